import { useFormat, useMessages } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import { type ReactElement, useCallback, useMemo } from "react";
import { retrospectiveTexts } from "../messages.ts";
import { ReviewChart } from "../review-chart.tsx";
import { ReviewTable } from "../review-table.tsx";
import type { Written } from "../types.ts";
import { EMPTY, useFigureWords } from "../use-figure-words.ts";

type Document = Written["document"];

export function BudgetSection({ document }: { readonly document: Document }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const format = useFormat();
  const words = useFigureWords(document.project.currency);
  const { lines, totals } = document.budget;
  const names = useMemo(() => lines.map((line) => line.name), [lines]);
  const series = useMemo(
    () => [
      { name: t.budget, values: lines.map((line) => line.budgetMinor) },
      { name: t.actual, values: lines.map((line) => line.actualMinor) },
    ],
    [lines, t],
  );
  const cells = (name: string, row: Omit<typeof totals, "committedMinor" | "budgetMinor">) => [
    name,
    words.money(row.plannedMinor),
    words.money(row.changedMinor),
    words.money(row.actualMinor),
    words.change(row.deviationMinor),
    row.deviation === null ? EMPTY : format.deltaPercent(row.deviation),
  ];
  return (
    <>
      <ReviewChart
        title={`${t.budget} / ${t.actual}`}
        label={t.line}
        names={names}
        series={series}
        write={words.short}
      />
      <ReviewTable
        label={t.key.budget}
        head={[t.line, t.planned, t.changed, t.actual, t.deviation, t.share]}
        figuresFrom={1}
        rows={[
          ...lines.map((line) => ({ key: line.lineId, cells: cells(line.name, line), alarm: line.verdict === "over" })),
          { key: "total", cells: cells(t.total, totals), total: true },
        ]}
      />
    </>
  );
}

export function ChannelSection({ document }: { readonly document: Document }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const { channels, metricIds, totals, currency } = document.channels;
  const words = useFigureWords(currency);
  const names = useMemo(() => channels.map((row) => words.channel(row.channel)), [channels, words]);
  const series = useMemo(
    () =>
      metricIds
        .filter((id) => id === "ad_spend" || id === "gmv")
        .map((id) => ({ name: words.metricName(id), values: channels.map((row) => row.figures[id] ?? null) })),
    [channels, metricIds, words],
  );
  const figures = (row: Readonly<Record<string, number | null>>) =>
    metricIds.map((id) => words.metric(id, row[id] ?? null, currency));
  return (
    <>
      <ReviewChart
        title={series.map((each) => each.name).join(" / ")}
        label={t.channel}
        names={names}
        series={series}
        write={words.short}
      />
      <ReviewTable
        label={t.key.channels}
        head={[t.channel, ...metricIds.map(words.metricName)]}
        figuresFrom={1}
        rows={[
          ...channels.map((row) => ({
            key: row.channel,
            cells: [
              row.channel === "" ? EMPTY : <ChannelTag key="channel" code={row.channel} />,
              ...figures(row.figures),
            ],
          })),
          { key: "=total", cells: [t.total, ...figures(totals)], total: true },
        ]}
      />
    </>
  );
}

export function GoalSection({ document }: { readonly document: Document }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const words = useFigureWords(document.project.currency);
  const { kpis } = document.goals;
  const known = useMemo(() => kpis.filter((kpi) => kpi.attainment !== null), [kpis]);
  const names = useMemo(() => known.map((kpi) => kpi.name), [known]);
  const series = useMemo(() => [{ name: t.attainment, values: known.map((kpi) => kpi.attainment) }], [known, t]);
  const write = useCallback((share: number) => words.percent(share), [words]);
  const value = (amount: number | null, unit: string) => (amount === null ? EMPTY : words.value(amount, unit));
  return (
    <>
      {known.length > 0 && (
        <ReviewChart title={t.attainment} label={t.kpi} names={names} series={series} write={write} />
      )}
      <ReviewTable
        label={t.key.goals}
        head={[t.kpi, t.goal, t.baseline, t.target, t.actual, t.attainment]}
        figuresFrom={2}
        rows={kpis.map((kpi) => ({
          key: kpi.kpiId,
          alarm: kpi.verdict === "missed",
          cells: [
            kpi.name,
            kpi.goalName,
            value(kpi.baseline, kpi.unit),
            value(kpi.target, kpi.unit),
            value(kpi.actual, kpi.unit),
            kpi.attainment === null ? EMPTY : words.percent(kpi.attainment),
          ],
        }))}
      />
    </>
  );
}
