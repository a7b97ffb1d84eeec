import type { RetrospectiveDocument } from "./document.ts";
import { EMPTY, type ReviewWords } from "./figure-words.ts";
import type { Language } from "./finding-words.ts";
import { type SectionPart, type SectionTable, textCells } from "./section-parts.ts";
import { SECTION_WORDS } from "./section-words.ts";
import { TABLE_WORDS } from "./table-words.ts";

/** What a table is written from: figures of the document, words of the reader. */
export interface Writing {
  readonly document: RetrospectiveDocument;
  readonly language: Language;
  readonly words: ReviewWords;
}

export function budgetParts({ document, language, words }: Writing): SectionPart[] {
  const { lines, totals } = document.budget;
  if (lines.length === 0) return [];
  const t = TABLE_WORDS[language];
  const cells = (name: string, row: Omit<typeof totals, "committedMinor">) =>
    textCells(
      name,
      words.money(row.plannedMinor),
      words.money(row.changedMinor),
      words.money(row.actualMinor),
      words.change(row.deviationMinor),
      row.deviation === null ? EMPTY : words.deltaPercent(row.deviation),
    );
  return [
    {
      kind: "chart",
      title: `${t.budget} / ${t.spent}`,
      label: t.line,
      names: lines.map((line) => line.name),
      series: [
        { name: t.budget, values: lines.map((line) => line.budgetMinor) },
        { name: t.spent, values: lines.map((line) => line.actualMinor) },
      ],
      scale: { unit: "money", currency: document.project.currency },
    },
    {
      kind: "table",
      label: SECTION_WORDS[language].budget,
      head: [t.line, t.planned, t.changed, t.spent, t.deviation, t.share],
      figuresFrom: 1,
      rows: [
        ...lines.map((line) => ({ key: line.lineId, cells: cells(line.name, line), alarm: line.verdict === "over" })),
        { key: "=total", cells: cells(t.total, totals), total: true },
      ],
    },
  ];
}

export function goalParts({ document, language, words }: Writing): SectionPart[] {
  const { kpis } = document.goals;
  if (kpis.length === 0) return [];
  const t = TABLE_WORDS[language];
  const value = (amount: number | null, unit: string) => (amount === null ? EMPTY : words.value(amount, unit));
  const known = kpis.filter((kpi) => kpi.attainment !== null);
  const table: SectionTable = {
    kind: "table",
    label: SECTION_WORDS[language].goals,
    head: [t.kpi, t.goal, t.baseline, t.target, t.actual, t.attainment],
    figuresFrom: 2,
    rows: kpis.map((kpi) => ({
      key: kpi.kpiId,
      alarm: kpi.verdict === "missed",
      cells: textCells(
        kpi.name,
        kpi.goalName,
        value(kpi.baseline, kpi.unit),
        value(kpi.target, kpi.unit),
        value(kpi.actual, kpi.unit),
        kpi.attainment === null ? EMPTY : words.percent(kpi.attainment),
      ),
    })),
  };
  if (known.length === 0) return [table];
  return [
    {
      kind: "chart",
      title: t.attainment,
      label: t.kpi,
      names: known.map((kpi) => kpi.name),
      series: [{ name: t.attainment, values: known.map((kpi) => kpi.attainment) }],
      scale: { unit: "share" },
    },
    table,
  ];
}

const CHARTED: readonly string[] = ["gmv", "ad_spend"];

export function channelParts({ document, language, words }: Writing): SectionPart[] {
  const { channels, metricIds, totals, currency } = document.channels;
  if (channels.length === 0) return [];
  const t = TABLE_WORDS[language];
  const figures = (row: Readonly<Record<string, number | null>>) =>
    textCells(...metricIds.map((id) => words.metric(id, row[id] ?? null, currency)));
  const table: SectionTable = {
    kind: "table",
    label: SECTION_WORDS[language].channels,
    head: [t.channel, ...metricIds.map(words.metricName)],
    figuresFrom: 1,
    rows: [
      ...channels.map(({ channel, figures: row }) => ({
        key: channel,
        cells: [
          { text: words.channel(channel), ...(channel ? { about: { entity: "channel" as const, id: channel } } : {}) },
          ...figures(row),
        ],
      })),
      { key: "=total", cells: [{ text: t.total }, ...figures(totals)], total: true },
    ],
  };
  const charted = metricIds.filter((id) => CHARTED.includes(id));
  if (charted.length === 0) return [table];
  return [
    {
      kind: "chart",
      title: charted.map(words.metricName).join(" / "),
      label: t.channel,
      names: channels.map((row) => words.channel(row.channel)),
      series: charted.map((id) => ({
        name: words.metricName(id),
        values: channels.map((row) => row.figures[id] ?? null),
      })),
      scale: { unit: "money", currency },
    },
    table,
  ];
}
