import { useMessages } from "@yutu/i18n";
import { useOperation } from "@yutu/ui";
import { useMemo } from "react";
import { insights } from "../../contract/index.ts";
import type { Question } from "../types.ts";
import { chartTexts } from "./messages.ts";
import type { Trend } from "./trend-option.ts";

/** What happened in the plan within the window, with its words. */
export function useAnnotations({ from, to, projectId }: Question): Trend["annotations"] {
  const t = useMessages(chartTexts);
  const only = projectId?.length === 1 ? { projectId: projectId[0] ?? "" } : {};
  const { data } = useOperation(
    insights.listAnnotations,
    { query: { from, to, ...only } },
    { live: ["task", "plan", "project"] },
  );
  return useMemo(
    () =>
      (data?.annotations ?? []).map((each) => ({
        ...each,
        words: each.kind === "phase" ? t.phase({ name: each.title }) : each.title,
      })),
    [data, t],
  );
}
