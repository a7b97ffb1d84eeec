import { useMessages } from "@yutu/i18n";
import { Segmented } from "antd";
import { type ReactElement, useState } from "react";
import { chartTexts } from "../charts/messages.ts";
import { TrendChart } from "../charts/trend-chart.tsx";
import type { Question } from "../types.ts";
import { CourseChart } from "./course-chart.tsx";
import type { TargetKpi } from "./use-targets.ts";

interface Props {
  readonly question: Question;
  readonly metricIds: readonly string[];
  readonly kpis: readonly TargetKpi[];
}

/** The course of the project: per day, or its first bound KPI against the expected curve. */
export function ProjectTrend({ question, metricIds, kpis }: Props): ReactElement {
  const t = useMessages(chartTexts);
  const [mode, setMode] = useState("day");
  const kpi = kpis.find((each) => each.id === mode);
  const actions =
    kpis.length === 0 ? undefined : (
      <Segmented<string>
        size="small"
        value={kpi ? kpi.id : "day"}
        onChange={setMode}
        options={[
          { value: "day", label: t.perDay },
          ...kpis.slice(0, 3).map((each) => ({ value: each.id, label: `${each.name} ${t.againstTarget}` })),
        ]}
      />
    );
  return kpi ? (
    <CourseChart kpi={kpi} question={question} actions={actions} />
  ) : (
    <TrendChart question={question} metricIds={metricIds} actions={actions} />
  );
}
