import { useOperation, usePermission } from "@yutu/ui";
import type { ReactElement } from "react";
import { projects } from "../../contract/index.ts";
import { placeAmong } from "../../domain/achievability.ts";
import { AchievabilityNote } from "./achievability-note.tsx";
import type { KpiDraft } from "./kpi-draft.ts";

interface Props {
  readonly typeKey: string;
  readonly draft: KpiDraft;
  readonly currency: string;
}

/** Looks up past results for a target that is being written. */
export function PastPlace({ typeKey, draft, currency }: Props): ReactElement | null {
  const allowed = usePermission("insights.view");
  const metricId = draft.source === "metric" ? draft.metricId : null;
  const { data, stale } = useOperation(
    projects.listPastResults,
    { params: { key: typeKey }, query: { metricId: metricId ?? "-" } },
    { enabled: allowed && metricId !== null, freshMs: 60_000 },
  );
  if (!data || stale || metricId === null || draft.target === null) return null;
  const values = data.results
    .filter((result) => draft.unit !== "money" || result.currency === currency)
    .map((result) => result.value);
  return (
    <AchievabilityNote
      place={placeAmong(draft.target, draft.direction, values)}
      unit={draft.unit}
      currency={currency}
    />
  );
}
