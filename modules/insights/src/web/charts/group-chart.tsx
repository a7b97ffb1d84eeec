import { useMessages } from "@yutu/i18n";
import type { Dimension } from "@yutu/metrics/domain";
import { useLocalText } from "@yutu/projects/web";
import { Chart, type ColourTokens, ProblemNotice, Skeleton } from "@yutu/ui";
import { type ReactElement, useCallback, useMemo } from "react";
import { OriginNote } from "../figures/origin-note.tsx";
import { useFigureText } from "../figures/use-figure-text.ts";
import { useGroupName } from "../figures/use-group-name.ts";
import { useOriginText } from "../figures/use-origin-text.ts";
import type { Drill, Question } from "../types.ts";
import { chartTexts } from "./messages.ts";
import { useAnswer } from "./use-answer.ts";

const MOST_BARS = 12;

interface Props {
  readonly question: Question;
  readonly metricIds: readonly string[];
  readonly groupBy: Dimension;
  readonly onDrill: (drill: Drill) => void;
}

/** The largest groups of a split as bars; a bar opens its rows. */
export function GroupChart({ question, metricIds, groupBy, onDrill }: Props): ReactElement {
  const t = useMessages(chartTexts);
  const text = useLocalText();
  const groupName = useGroupName();
  const asked = { metricIds, groupBy, limit: MOST_BARS };
  const { data, problem, reload } = useAnswer({ ...question, compare: "none" }, asked);
  const origin = useOriginText(data?.origin);
  const figure = useFigureText(data?.origin.currency ?? "CNY");
  const metrics = useMemo(() => data?.metrics ?? [], [data]);
  const shown = useMemo(
    () =>
      (data?.groups ?? [])
        // a ratio that nothing is known for would be an axis without bars
        .filter((group) => metrics.some((metric) => (group.values[metric.id]?.value ?? null) !== null))
        .map((group) => ({ group, name: groupName(groupBy, group) })),
    [data, metrics, groupBy, groupName],
  );
  const build = useCallback(
    (_colours: ColourTokens) => ({
      grid: {
        left: 8,
        right: 64,
        top: metrics.length > 1 ? 32 : 8,
        bottom: 4,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      legend: { top: 0, left: 0, show: metrics.length > 1 },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      xAxis: {
        type: "value",
        axisLabel: { formatter: (value: number) => figure(value, metrics[0]?.unit ?? "count"), hideOverlap: true },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: shown.map((each) => each.name),
        axisLabel: { width: 110, overflow: "truncate" },
      },
      series: metrics.map((metric) => ({
        type: "bar",
        name: text(metric.name),
        data: shown.map(({ group }) => group.values[metric.id]?.value ?? null),
        itemStyle: { borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: "right",
          formatter: ({ value }: { value?: unknown }) => (typeof value === "number" ? figure(value, metric.unit) : ""),
        },
        tooltip: {
          valueFormatter: (value: unknown) => figure(typeof value === "number" ? value : null, metric.unit, false),
        },
      })),
    }),
    [metrics, shown, figure, text],
  );
  const table = useMemo(
    () => ({
      columns: [t.dimensions[groupBy], ...metrics.map((metric) => text(metric.name))],
      rows: shown.map(({ group, name }) => [
        name,
        ...metrics.map((metric) => figure(group.values[metric.id]?.value ?? null, metric.unit, false)),
      ]),
    }),
    [t, groupBy, metrics, shown, text, figure],
  );
  if (problem && !data) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Skeleton rows={4} />;
  if (metrics.length === 0) return <OriginNote origin={data.origin} withheld={data.withheld} />;
  const height = Math.max(120, 44 + shown.length * (metrics.length > 1 ? 20 * metrics.length + 12 : 28));
  return (
    <Chart
      title={t.by({ name: metrics.map((metric) => text(metric.name)).join(" / "), dimension: t.dimensions[groupBy] })}
      source={origin && `${origin.sources} · ${origin.window} · ${origin.time}`}
      build={build}
      table={table}
      heightPx={height}
      onPick={({ index, series }) => {
        const metric = metrics.find((each) => text(each.name) === series) ?? metrics[0];
        const picked = shown[index]?.group;
        if (metric && picked) onDrill({ metricId: metric.id, groupBy, group: picked.key });
      }}
    />
  );
}
