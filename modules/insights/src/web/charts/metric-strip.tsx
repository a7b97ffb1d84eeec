import { useMessages } from "@yutu/i18n";
import { useLocalText } from "@yutu/projects/web";
import { type Kpi, KpiStrip, type KpiTone, ProblemNotice, Skeleton } from "@yutu/ui";
import type { ReactElement } from "react";
import { OriginNote } from "../figures/origin-note.tsx";
import { useChangeText } from "../figures/use-change-text.ts";
import { useFigureText } from "../figures/use-figure-text.ts";
import { useOriginText } from "../figures/use-origin-text.ts";
import { trendSplit } from "../figures/window-state.ts";
import { figureTexts } from "../messages.ts";
import type { Drill, Question } from "../types.ts";
import { useAnswer } from "./use-answer.ts";

/** How a metric stands against its target, where a goal is bound to it. */
export interface TargetNote {
  readonly text: string;
  readonly tone: KpiTone;
}

interface Props {
  readonly label: string;
  readonly question: Question;
  readonly metricIds: readonly string[];
  readonly targets?: ReadonlyMap<string, TargetNote>;
  readonly onDrill: (drill: Drill) => void;
}

/** Figures of a window with their change and course; each opens its rows. Below them: source, window, time. */
export function MetricStrip({ label, question, metricIds, targets, onDrill }: Props): ReactElement {
  const t = useMessages(figureTexts);
  const text = useLocalText();
  const change = useChangeText();
  const { data, problem, loading, reload } = useAnswer(question, { metricIds, groupBy: trendSplit(question) });
  const figure = useFigureText(data?.origin.currency ?? "CNY");
  const origin = useOriginText(data?.origin);
  if (problem && !data) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (loading || !data) return <Skeleton columns={metricIds.map(() => "1fr")} />;
  const items = data.metrics.map((metric): Kpi => {
    const total = data.totals[metric.id];
    const value = total?.value ?? null;
    const delta = total && question.compare !== "none" ? change(total, metric) : undefined;
    const note = targets?.get(metric.id) ?? delta;
    const full = figure(value, metric.unit, false);
    return {
      key: metric.id,
      label: text(metric.name),
      value: figure(value, metric.unit),
      full: [full, delta?.text, `${t.definition}: ${text(metric.definition)}`, origin?.lines]
        .filter(Boolean)
        .join("\n"),
      series: data.groups.map((group) => group.values[metric.id]?.value ?? 0),
      onOpen: () => onDrill({ metricId: metric.id }),
      ...(note ? { note: note.text, tone: note.tone } : {}),
    };
  });
  return (
    <>
      <KpiStrip items={items} label={label} />
      <OriginNote origin={data.origin} withheld={data.withheld} />
    </>
  );
}
