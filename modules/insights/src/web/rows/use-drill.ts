import { useUrlState } from "@yutu/ui";
import { useCallback, useMemo } from "react";
import { z } from "zod";
import type { Drill } from "../types.ts";

const drillState = z.object({
  drill: z.string().default(""),
  by: z.string().default(""),
  group: z.array(z.string()).default([]),
});

/** The figure whose rows are open, in the address. */
export function useDrill(): readonly [Drill | undefined, (drill: Drill | undefined) => void] {
  const [state, setState] = useUrlState(drillState);
  const drill = useMemo(
    () =>
      state.drill === ""
        ? undefined
        : { metricId: state.drill, ...(state.by ? { groupBy: state.by, group: state.group[0] ?? "" } : {}) },
    [state],
  );
  const setDrill = useCallback(
    (next: Drill | undefined) =>
      setState({
        drill: next?.metricId ?? "",
        by: next?.groupBy ?? "",
        group: next?.group === undefined ? [] : [next.group],
      }),
    [setState],
  );
  return [drill, setDrill];
}
