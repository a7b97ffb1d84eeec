import type { OperationOutput } from "@yutu/contract";
import { type Format, useFormat, useMessages } from "@yutu/i18n";
import { Chart, type ColourTokens } from "@yutu/ui";
import { type ReactElement, useCallback, useMemo } from "react";
import type { projects } from "../../contract/index.ts";
import { goalTexts } from "./messages.ts";
import type { Kpi } from "./types.ts";
import { useFigure } from "./use-figure.ts";
import { ValueSource } from "./value-source.tsx";

type Curve = OperationOutput<typeof projects.getKpiCurve>;

/** Expected value on a day, straight between the corners of the curve. */
function expectedOn(curve: Curve, date: string): number | undefined {
  const next = curve.expected.findIndex((point) => point.date >= date);
  const [a, b] = [curve.expected[next - 1], curve.expected[next]];
  if (!b) return undefined;
  if (!a) return b.date === date ? b.value : undefined;
  const at = (text: string): number => Date.parse(text);
  return a.value + ((at(date) - at(a.date)) / (at(b.date) - at(a.date))) * (b.value - a.value);
}

/** What was expected and what came, from the start to the deadline. */
export function KpiChart({ kpi, curve }: { readonly kpi: Kpi; readonly curve: Curve }): ReactElement {
  const t = useMessages(goalTexts);
  const format = useFormat();
  const figure = useFigure(curve.currency);
  const build = useCallback(
    (colours: ColourTokens, dates: Format) => ({
      grid: { left: 56, right: 16, top: 28, bottom: 26 },
      legend: { top: 0, left: 0, data: [t.actual, t.expected] },
      tooltip: {
        trigger: "axis",
        valueFormatter: (value: unknown) => (typeof value === "number" ? figure(value, curve.unit, false) : ""),
      },
      xAxis: {
        type: "time",
        axisLabel: { formatter: (at: number) => dates.monthDay(new Date(at).toISOString()), hideOverlap: true },
      },
      yAxis: {
        type: "value",
        scale: !kpi.accumulates,
        axisLabel: { formatter: (value: number) => figure(value, curve.unit) },
      },
      series: [
        {
          name: t.actual,
          type: "line",
          showSymbol: curve.actual.length < 12,
          data: curve.actual.map((point) => [point.date, point.value]),
          markLine: {
            symbol: "none",
            data: [{ xAxis: curve.today, label: { formatter: t.today } }],
          },
        },
        {
          name: t.expected,
          type: "line",
          showSymbol: false,
          lineStyle: { type: "dashed", width: 1.4, color: colours.tertiary },
          itemStyle: { color: colours.tertiary },
          data: curve.expected.map((point) => [point.date, point.value]),
        },
      ],
    }),
    [curve, figure, kpi.accumulates, t],
  );
  const table = useMemo(() => {
    const actual = new Map(curve.actual.map((point) => [point.date, point.value]));
    const dates = [...new Set([...actual.keys(), ...curve.expected.map((point) => point.date)])].toSorted();
    const say = (value: number | undefined): string => (value === undefined ? "" : figure(value, curve.unit, false));
    return {
      columns: [t.checkInDay, t.actual, t.expected],
      rows: dates.map((date) => [format.date(date), say(actual.get(date)), say(expectedOn(curve, date))]),
    };
  }, [curve, figure, format, t]);
  return <Chart title={t.curve} source={<ValueSource kpi={kpi} />} build={build} table={table} heightPx={220} />;
}
