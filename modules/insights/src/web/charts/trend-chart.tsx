import { type Format, useFormat, useMessages } from "@yutu/i18n";
import { useLocalText } from "@yutu/projects/web";
import { Chart, type ColourTokens, ProblemNotice, Skeleton } from "@yutu/ui";
import { type ReactElement, type ReactNode, useCallback, useMemo } from "react";
import { useFigureText } from "../figures/use-figure-text.ts";
import { useOriginText } from "../figures/use-origin-text.ts";
import { trendSplit } from "../figures/window-state.ts";
import type { MetricAnswer, Question } from "../types.ts";
import { fillGaps } from "./fill-gaps.ts";
import { chartTexts } from "./messages.ts";
import { pointsOf, type Trend, trendOption } from "./trend-option.ts";
import { useAnnotations } from "./use-annotations.ts";
import { useAnswer } from "./use-answer.ts";

interface LinesProps {
  readonly title: string;
  readonly trend: Trend;
  readonly currency: string;
  readonly source: ReactNode;
  readonly actions?: ReactNode;
}

/** Lines over time with what happened in the plan. */
export function TrendLines({ title, trend, currency, source, actions }: LinesProps): ReactElement {
  const t = useMessages(chartTexts);
  const format = useFormat();
  const figure = useFigureText(currency);
  const build = useCallback(
    (colours: ColourTokens, dates: Format) => trendOption(trend, colours, dates, figure),
    [trend, figure],
  );
  const table = useMemo(() => {
    const days = [...new Set(trend.lines.flatMap((line) => line.points.map(([date]) => date)))].toSorted();
    const values = trend.lines.map((line) => new Map(line.points));
    const marks = (date: string) =>
      format.enumerate(trend.annotations.filter((a) => a.date === date).map((a) => a.words));
    return {
      columns: [t.date, ...trend.lines.map((line) => line.name), t.plan],
      rows: days.map((date) => [
        format.date(date),
        ...trend.lines.map((line, i) => figure(values[i]?.get(date) ?? null, line.unit, false)),
        marks(date),
      ]),
    };
  }, [trend, t, format, figure]);
  return <Chart title={title} source={source} build={build} table={table} heightPx={280} actions={actions} />;
}

interface Props {
  readonly question: Question;
  readonly metricIds: readonly string[];
  readonly actions?: ReactNode;
}

function useTrend(answer: MetricAnswer | undefined, question: Question, split: "day" | "week" | "month"): Trend {
  const text = useLocalText();
  const annotations = useAnnotations(question);
  return useMemo(() => {
    const filled = fillGaps(answer?.groups ?? [], split);
    const lines = (answer?.metrics ?? []).map((metric) => ({
      name: text(metric.name),
      unit: metric.unit,
      points: pointsOf(filled, metric),
    }));
    return { lines: filled.length === 0 ? [] : lines, annotations };
  }, [answer, split, text, annotations]);
}

/** Metrics over time, by day, week or month as the window asks. */
export function TrendChart({ question, metricIds, actions }: Props): ReactElement {
  const t = useMessages(chartTexts);
  const format = useFormat();
  const text = useLocalText();
  const split = trendSplit(question);
  const { data, problem, reload } = useAnswer({ ...question, compare: "none" }, { metricIds, groupBy: split });
  const origin = useOriginText(data?.origin);
  const trend = useTrend(data, question, split);
  const names = format.enumerate((data?.metrics ?? []).map((metric) => text(metric.name)));
  if (problem && !data) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Skeleton rows={6} />;
  return (
    <TrendLines
      title={t.trend({ names })}
      trend={trend}
      currency={data.origin.currency}
      source={origin && `${origin.sources} · ${origin.window} · ${origin.time}`}
      actions={actions}
    />
  );
}
