import type { Format } from "@yutu/i18n";
import type { ColourTokens } from "@yutu/ui";
import type { FigureText } from "../figures/use-figure-text.ts";
import type { Annotation, Group, MetricHead } from "../types.ts";
import { dayAt, instantOf, labelledDays, namedMarks } from "./time-axis.ts";

export interface TrendLine {
  readonly name: string;
  readonly unit: MetricHead["unit"];
  readonly points: readonly (readonly [date: string, value: number | null])[];
  readonly dashed?: boolean;
}

export interface Trend {
  readonly lines: readonly TrendLine[];
  readonly annotations: readonly (Annotation & { readonly words: string })[];
}

/** A day without facts is 0 for what adds up, and nothing for a ratio. */
export const pointsOf = (
  filled: readonly { readonly key: string; readonly group: Group | null }[],
  metric: MetricHead,
): TrendLine["points"] =>
  filled.map(({ key, group }) => {
    const figure = group?.values[metric.id];
    const adds = metric.unit === "count" || (metric.unit === "money" && (figure?.denominator ?? null) === null);
    return [key, figure ? figure.value : adds ? 0 : null] as const;
  });

/** Days that are drawn, in order. */
const daysOf = ({ lines }: Trend): string[] =>
  [...new Set(lines.flatMap((line) => line.points.map(([date]) => date)))].toSorted();

/** Plan marks within the drawn days as lines across the chart; those without room for their name stay as lines. */
function markLineOf(trend: Trend, days: readonly string[], colours: ColourTokens) {
  const span = { from: days[0] ?? "", to: days.at(-1) ?? "" };
  const marks = trend.annotations.filter((each) => each.date >= span.from && each.date <= span.to);
  const named = namedMarks(
    marks.map(({ date, kind }) => ({ date, first: kind === "anchor" })),
    span,
  );
  return {
    symbol: "none",
    silent: false,
    data: marks.map((mark, i) => ({
      xAxis: mark.date,
      name: mark.words,
      lineStyle: {
        color: mark.kind === "anchor" ? colours.accent : colours.link,
        type: mark.kind === "phase" ? "dotted" : "dashed",
      },
      label: {
        show: named.has(i),
        formatter: mark.words,
        position: "insideEndTop",
        color: mark.kind === "anchor" ? colours.accentText : colours.tertiary,
        fontSize: 11,
      },
    })),
  };
}

/** Options of the line chart: one axis per unit, plan marks as lines across it. */
export function trendOption(trend: Trend, colours: ColourTokens, format: Format, figure: FigureText) {
  const units = [...new Set(trend.lines.map((line) => line.unit))].slice(0, 2);
  const days = daysOf(trend);
  const markLine = markLineOf(trend, days, colours);
  return {
    grid: { left: 8, right: 8, top: 36, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { top: 0, left: 0, show: trend.lines.length > 1 },
    tooltip: { trigger: "axis" },
    xAxis: {
      type: "time",
      axisTick: { show: false },
      axisLabel: {
        customValues: labelledDays(days).map(instantOf),
        formatter: (at: number) => format.monthDay(dayAt(at)),
        hideOverlap: true,
      },
    },
    yAxis: units.map((unit, i) => ({
      type: "value",
      position: i === 0 ? "left" : "right",
      splitLine: { show: i === 0 },
      axisLabel: { formatter: (value: number) => figure(value, unit) },
    })),
    series: trend.lines.map((line, i) => ({
      type: "line",
      name: line.name,
      yAxisIndex: Math.max(0, units.indexOf(line.unit)),
      showSymbol: line.points.length < 2,
      connectNulls: false,
      data: line.points.map((point) => [...point]),
      tooltip: {
        valueFormatter: (value: unknown) => figure(typeof value === "number" ? value : null, line.unit, false),
      },
      ...(line.dashed
        ? { lineStyle: { type: "dashed", width: 1.4, color: colours.tertiary }, itemStyle: { color: colours.tertiary } }
        : {}),
      ...(i === 0 ? { markLine } : {}),
    })),
  };
}
