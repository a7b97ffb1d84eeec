import type { Format } from "@yutu/i18n";
import type { ColourTokens } from "@yutu/ui";
import type { FigureText } from "../figures/use-figure-text.ts";
import type { Annotation, Group, MetricHead } from "../types.ts";

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

/** With more marks than this only the anchor is named; the others stay as lines. */
const NAMED_MARKS = 6;

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

/** Marks that lie within the drawn days. */
function marksOf({ lines, annotations }: Trend): Trend["annotations"] {
  const days = lines.flatMap((line) => line.points.map(([date]) => date)).toSorted();
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  return annotations.filter((each) => each.date >= first && each.date <= last);
}

/** Plan marks as lines across the chart. */
function markLineOf(trend: Trend, colours: ColourTokens) {
  const marks = marksOf(trend);
  const named = marks.length <= NAMED_MARKS;
  return {
    symbol: "none",
    silent: false,
    data: marks.map((mark) => ({
      xAxis: mark.date,
      name: mark.words,
      lineStyle: {
        color: mark.kind === "anchor" ? colours.accent : colours.link,
        type: mark.kind === "phase" ? "dotted" : "dashed",
      },
      label: {
        show: named || mark.kind === "anchor",
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
  const markLine = markLineOf(trend, colours);
  return {
    grid: { left: 8, right: 8, top: 36, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { top: 0, left: 0, show: trend.lines.length > 1 },
    tooltip: { trigger: "axis" },
    xAxis: {
      type: "time",
      axisLabel: { formatter: (at: number) => format.monthDay(new Date(at).toISOString()), hideOverlap: true },
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
