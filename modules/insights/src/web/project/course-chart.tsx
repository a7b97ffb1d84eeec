import { useMessages } from "@yutu/i18n";
import { projects } from "@yutu/projects/contract";
import { ProblemNotice, useOperation } from "@yutu/ui";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { chartTexts } from "../charts/messages.ts";
import { TrendLines } from "../charts/trend-chart.tsx";
import type { Trend } from "../charts/trend-option.ts";
import { useAnnotations } from "../charts/use-annotations.ts";
import { figureTexts } from "../messages.ts";
import type { Question } from "../types.ts";
import { projectDataTexts } from "./messages.ts";
import type { TargetKpi } from "./use-targets.ts";

interface Props {
  readonly kpi: TargetKpi;
  readonly question: Question;
  readonly actions?: ReactNode;
}

/** What a KPI was expected to show on each day and what it showed, from the project's start to its deadline. */
export function CourseChart({ kpi, question, actions }: Props): ReactElement | null {
  const t = useMessages(chartTexts);
  const own = useMessages(projectDataTexts);
  const words = useMessages(figureTexts);
  const { data, problem, reload } = useOperation(
    projects.getKpiCurve,
    { params: { kpiId: kpi.id } },
    { live: ["import"] },
  );
  const span = useMemo(() => {
    const dates = (data?.expected ?? []).map((point) => point.date);
    return { ...question, from: dates[0] ?? question.from, to: dates.at(-1) ?? question.to };
  }, [data, question]);
  const annotations = useAnnotations(span);
  const trend = useMemo<Trend>(() => {
    const points = (list: readonly { date: string; value: number }[]) => list.map((p) => [p.date, p.value] as const);
    if (!data) return { lines: [], annotations: [] };
    return {
      annotations,
      lines: [
        { name: t.expected, unit: data.unit, points: points(data.expected), dashed: true },
        { name: t.actual, unit: data.unit, points: points(data.actual) },
      ],
    };
  }, [data, annotations, t]);
  if (problem && !data) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  const facts = kpi.valueSource?.kind === "metric" ? kpi.valueSource.facts : [];
  const named = facts.map((fact) => (fact in words.facts ? words.facts[fact as keyof typeof words.facts] : fact));
  const last = data?.actual.at(-1)?.date;
  const source = [
    words.from({ sources: named.join(" ") }),
    words.window({ range: `${span.from} – ${span.to}` }),
    ...(last ? [words.arrived({ date: last })] : []),
  ];
  return (
    <TrendLines
      title={own.course({ name: kpi.name })}
      trend={trend}
      currency={data?.currency ?? "CNY"}
      source={source.join(" · ")}
      actions={actions}
    />
  );
}
