import { useMessages } from "@yutu/i18n";
import { StatusRing, type StatusTone } from "@yutu/ui";
import type { ReactElement } from "react";
import type { KpiStatus } from "../../domain/kpi-status.ts";
import { goalTexts } from "./messages.ts";

const TONES: Readonly<Record<KpiStatus, StatusTone>> = {
  not_started: "neutral",
  no_data: "neutral",
  on_track: "active",
  at_risk: "review",
  off_track: "alarm",
  achieved: "done",
  missed: "alarm",
};

interface Props {
  readonly status: KpiStatus;
  readonly progress: number | null;
}

/** How a goal or KPI stands against its expected curve. */
export function KpiStatusRing({ status, progress }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const final = status === "achieved" || status === "missed";
  return <StatusRing stage={final ? 1 : (progress ?? 0)} tone={TONES[status]} label={t.status[status]} />;
}
