import type { RetrospectiveDocument, Section } from "../../domain/index.ts";
import { CAUSE_WORDS, type Language } from "../../domain/index.ts";
import { EMPTY, type ReportFigures } from "./report-figures.ts";
import type { ReportPart } from "./report-parts.ts";
import { REPORT_WORDS } from "./report-words.ts";

type Words = (typeof REPORT_WORDS)["zh"];

interface Writing {
  readonly document: RetrospectiveDocument;
  readonly language: Language;
  readonly words: Words;
  readonly figures: ReportFigures;
}

const MOST_LATE = 20;
const MOST_ASSETS = 20;

function budgetParts({ document, words, figures }: Writing): ReportPart[] {
  const { lines, totals } = document.budget;
  if (lines.length === 0) return [];
  const t = words.budget;
  const cells = (name: string, row: Omit<typeof totals, "committedMinor">): string[] => [
    name,
    figures.money(row.plannedMinor),
    figures.money(row.changedMinor),
    figures.money(row.actualMinor),
    figures.signedMoney(row.deviationMinor),
    row.deviation === null ? EMPTY : figures.format.deltaPercent(row.deviation),
  ];
  return [
    {
      kind: "chart",
      chart: {
        title: `${t.budget} / ${t.actual}`,
        names: lines.map((line) => line.name),
        series: [
          { name: t.budget, values: lines.map((line) => line.budgetMinor) },
          { name: t.actual, values: lines.map((line) => line.actualMinor) },
        ],
        write: (value, latin) => (latin ? figures.latin : figures.format).moneyShort(value),
      },
    },
    {
      kind: "table",
      head: [t.line, t.planned, t.changed, t.actual, t.deviation, t.share],
      rows: [...lines.map((line) => cells(line.name, line)), cells(words.total, totals)],
      figuresFrom: 1,
      summed: true,
    },
  ];
}

function goalParts({ document, words, figures }: Writing): ReportPart[] {
  const { kpis } = document.goals;
  if (kpis.length === 0) return [];
  const t = words.goals;
  const written = (value: number | null, unit: string) => (value === null ? EMPTY : figures.value(value, unit));
  const known = kpis.filter((kpi) => kpi.attainment !== null);
  const chart: ReportPart[] =
    known.length === 0
      ? []
      : [
          {
            kind: "chart",
            chart: {
              title: t.attainment,
              names: known.map((kpi) => kpi.name),
              series: [{ name: t.attainment, values: known.map((kpi) => kpi.attainment) }],
              write: (value) => figures.format.percent(value, 0),
            },
          },
        ];
  return [
    ...chart,
    {
      kind: "table",
      head: [t.kpi, t.goal, t.baseline, t.target, t.actual, t.attainment],
      rows: kpis.map((kpi) => [
        kpi.name,
        kpi.goalName,
        written(kpi.baseline, kpi.unit),
        written(kpi.target, kpi.unit),
        written(kpi.actual, kpi.unit),
        kpi.attainment === null ? EMPTY : figures.percent(kpi.attainment),
      ]),
      figuresFrom: 2,
    },
  ];
}

function scheduleParts({ document, words, figures, language }: Writing): ReportPart[] {
  const { late, byCause, byPhase, byOwner } = document.schedule;
  const t = words.schedule;
  const causeWord = CAUSE_WORDS[language];
  const group = (title: string, rows: typeof byPhase): ReportPart[] =>
    rows.every((row) => row.days === 0)
      ? []
      : [
          {
            kind: "table",
            head: [title, t.tasks, t.late, t.days],
            rows: rows.map((row) => [row.name || EMPTY, ...[row.tasks, row.late, row.days].map(figures.number)]),
            figuresFrom: 1,
          },
        ];
  if (late.length === 0) return [];
  return [
    {
      kind: "chart",
      chart: {
        title: `${t.cause} / ${t.days}`,
        names: byCause.map((row) => causeWord[row.cause]),
        series: [{ name: t.days, values: byCause.map((row) => row.days) }],
        write: figures.number,
      },
    },
    ...group(t.phase, byPhase),
    ...group(t.owner, byOwner),
    {
      kind: "table",
      head: [t.task, t.owner, t.due, t.done, t.cause, t.slip],
      rows: late
        .slice(0, MOST_LATE)
        .map((task) => [
          task.title,
          figures.format.enumerate(task.owners),
          task.baselineDue,
          task.completedOn ?? EMPTY,
          figures.format.enumerate(task.causes.map((part) => `${causeWord[part.cause]} ${part.days}`)),
          figures.number(task.slipDays),
        ]),
      figuresFrom: 5,
    },
  ];
}

function approvalParts({ document, words, figures }: Writing): ReportPart[] {
  const { bySubject } = document.approvals;
  if (bySubject.length === 0) return [];
  const t = words.approvals;
  const hours = (value: number | null) => (value === null ? EMPTY : figures.format.number(value, 1));
  return [
    {
      kind: "table",
      head: [t.subject, t.approvals, t.returned, t.median, t.longest],
      rows: bySubject.map((row) => [
        words.subjectType(row.subjectType),
        figures.number(row.approvals),
        figures.number(row.returned),
        hours(row.medianHours),
        hours(row.longestHours),
      ]),
      figuresFrom: 1,
    },
  ];
}

function channelParts({ document, words, figures }: Writing): ReportPart[] {
  const { channels, metricIds, totals, currency } = document.channels;
  if (channels.length === 0) return [];
  const cells = (name: string, row: Readonly<Record<string, number | null>>): string[] => [
    name,
    ...metricIds.map((id) => figures.metric(id, row[id] ?? null, currency)),
  ];
  const charted = metricIds.filter((id) => id === "gmv" || id === "ad_spend");
  return [
    {
      kind: "chart",
      chart: {
        title: charted.map(figures.metricName).join(" / "),
        names: channels.map((row) => figures.channel(row.channel)),
        series: charted.map((id) => ({
          name: figures.metricName(id),
          values: channels.map((row) => row.figures[id] ?? null),
        })),
        write: (value, latin) => (latin ? figures.latin : figures.format).moneyShort(value),
      },
    },
    {
      kind: "table",
      head: [words.channel, ...metricIds.map(figures.metricName)],
      rows: [...channels.map((row) => cells(figures.channel(row.channel), row.figures)), cells(words.total, totals)],
      figuresFrom: 1,
      summed: true,
    },
  ];
}

function assetParts({ document, words, figures }: Writing): ReportPart[] {
  const { assets } = document.assets;
  if (assets.length === 0) return [];
  const t = words.assets;
  return [
    {
      kind: "table",
      head: [t.asset, t.channels, t.versions, t.tasks],
      rows: assets
        .slice(0, MOST_ASSETS)
        .map((asset) => [
          asset.name,
          figures.format.enumerate(asset.channels.map(figures.channel)),
          figures.number(asset.versions),
          figures.number(asset.tasks),
        ]),
      figuresFrom: 2,
    },
  ];
}

/** Charts and tables of one section. */
export function sectionTables(section: Section, writing: Writing): ReportPart[] {
  switch (section) {
    case "budget":
      return budgetParts(writing);
    case "goals":
      return goalParts(writing);
    case "schedule":
      return scheduleParts(writing);
    case "approvals":
      return approvalParts(writing);
    case "channels":
      return channelParts(writing);
    case "assets":
      return assetParts(writing);
  }
}
