import { Chart, type ColourTokens } from "@yutu/ui";
import { type ReactElement, useCallback, useMemo } from "react";
import { EMPTY } from "../domain/figure-words.ts";

interface Props {
  readonly title: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly write: (value: number) => string;
}

/** Bars of one or two series over the same names. Give `names`, `series` and `write` a lasting identity. */
export function ReviewChart({ title, label, names, series, write }: Props): ReactElement {
  const build = useCallback(
    (colours: ColourTokens) => {
      const say = (value: unknown): string => (typeof value === "number" ? write(value) : EMPTY);
      return {
        grid: {
          left: 8,
          right: 72,
          top: series.length > 1 ? 30 : 8,
          bottom: 4,
          outerBoundsMode: "same",
          outerBoundsContain: "axisLabel",
        },
        legend: { top: 0, left: 0, show: series.length > 1 },
        tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: say },
        xAxis: { type: "value", axisLabel: { formatter: say, hideOverlap: true } },
        yAxis: { type: "category", inverse: true, data: [...names], axisLabel: { width: 120, overflow: "truncate" } },
        series: series.map((each, i) => ({
          type: "bar",
          name: each.name,
          data: [...each.values],
          itemStyle: {
            borderRadius: [0, 3, 3, 0],
            color: i === 0 && series.length > 1 ? colours.barRest : colours.bar,
          },
          label: {
            show: true,
            position: "right",
            color: colours.secondary,
            textBorderWidth: 0,
            formatter: ({ value }: { value?: unknown }) => say(value),
          },
        })),
      };
    },
    [names, series, write],
  );
  const table = useMemo(
    () => ({
      columns: [label, ...series.map((each) => each.name)],
      rows: names.map((name, i) => [
        name,
        ...series.map((each) => {
          const value = each.values[i];
          return value === null || value === undefined ? EMPTY : write(value);
        }),
      ]),
    }),
    [label, names, series, write],
  );
  return (
    <Chart
      title={title}
      build={build}
      table={table}
      heightPx={Math.max(90, 40 + names.length * (series.length > 1 ? 42 : 28))}
    />
  );
}
