import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { projects } from "@yutu/projects/contract";
import { type KpiTone, useOperation } from "@yutu/ui";
import { useMemo } from "react";
import type { TargetNote } from "../charts/metric-strip.tsx";
import { useFigureText } from "../figures/use-figure-text.ts";
import { projectDataTexts } from "./messages.ts";

type Goals = OperationOutput<typeof projects.listGoals>;
export type TargetKpi = Goals["goals"][number]["kpis"][number] & { readonly metricId: string };

const TONES: Readonly<Record<TargetKpi["status"], KpiTone>> = {
  not_started: "quiet",
  no_data: "quiet",
  on_track: "info",
  at_risk: "quiet",
  off_track: "alarm",
  achieved: "good",
  missed: "alarm",
};

export interface Targets {
  readonly kpis: readonly TargetKpi[];
  readonly notes: ReadonlyMap<string, TargetNote>;
}

/** The KPIs of the project that are bound to metrics, and how each stands against its expected curve. */
export function useTargets(projectId: string): Targets {
  const t = useMessages(projectDataTexts);
  const { data } = useOperation(projects.listGoals, { params: { projectId } }, { live: ["import"] });
  const figure = useFigureText(data?.currency ?? "CNY");
  return useMemo(() => {
    const live = (data?.goals ?? []).filter((goal) => goal.stage !== "dropped").flatMap((goal) => goal.kpis);
    // A KPI over part of the facts says nothing of the project's whole figure.
    const kpis = live.flatMap((kpi) =>
      kpi.metricId !== null && kpi.target !== null && Object.keys(kpi.filters).length === 0
        ? [{ ...kpi, metricId: kpi.metricId }]
        : [],
    );
    const notes = kpis.map((kpi): [string, TargetNote] => [
      kpi.metricId,
      {
        text: t.target({ target: figure(kpi.target, kpi.unit), status: t.status[kpi.status] }),
        tone: TONES[kpi.status],
      },
    ]);
    return { kpis, notes: new Map(notes) };
  }, [data, t, figure]);
}
