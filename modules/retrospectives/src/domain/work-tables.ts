import type { ScheduleReview } from "./document.ts";
import { EMPTY } from "./figure-words.ts";
import { CAUSE_WORDS } from "./finding-words.ts";
import type { Writing } from "./money-tables.ts";
import { type SectionPart, type SectionTable, textCells } from "./section-parts.ts";
import { SECTION_WORDS } from "./section-words.ts";
import { subjectWord, TABLE_WORDS } from "./table-words.ts";

/** Longer lists are for the pages of tasks and assets; a report names the worst and the most used. */
const MOST = 20;

/** Days late by phase or by person; nothing where nobody was late. */
function groupTable({ language, words }: Writing, title: string, rows: ScheduleReview["byPhase"]): SectionTable[] {
  if (rows.every((row) => row.days === 0)) return [];
  const t = TABLE_WORDS[language];
  return [
    {
      kind: "table",
      label: title,
      head: [title, t.tasks, t.late, t.days],
      figuresFrom: 1,
      narrow: true,
      rows: rows.map((row) => ({
        key: row.key,
        cells: textCells(row.name || EMPTY, ...[row.tasks, row.late, row.days].map(words.number)),
      })),
    },
  ];
}

/** Words stand left and figures right: the cause before the dates. */
function lateTable({ document, language, words }: Writing): SectionTable {
  const t = TABLE_WORDS[language];
  const causeWord = CAUSE_WORDS[language];
  return {
    kind: "table",
    label: SECTION_WORDS[language].schedule,
    head: [t.task, t.owner, t.cause, t.due, t.done, t.slip],
    figuresFrom: 3,
    rows: document.schedule.late.slice(0, MOST).map((task) => ({
      key: task.taskId,
      cells: [
        { text: task.title, about: { entity: "task", id: task.taskId } },
        ...textCells(
          words.enumerate(task.owners),
          words.enumerate(task.causes.map((part) => `${causeWord[part.cause]} ${part.days}`)),
          task.baselineDue,
          task.completedOn ?? EMPTY,
          words.number(task.slipDays),
        ),
      ],
    })),
  };
}

export function scheduleParts(writing: Writing): SectionPart[] {
  const { late, byCause, byPhase, byOwner } = writing.document.schedule;
  if (late.length === 0) return [];
  const t = TABLE_WORDS[writing.language];
  const causeWord = CAUSE_WORDS[writing.language];
  return [
    {
      kind: "chart",
      title: `${t.cause} / ${t.days}`,
      label: t.cause,
      names: byCause.map((row) => causeWord[row.cause]),
      series: [{ name: t.days, values: byCause.map((row) => row.days) }],
      scale: { unit: "days" },
    },
    ...groupTable(writing, t.phase, byPhase),
    ...groupTable(writing, t.owner, byOwner),
    lateTable(writing),
  ];
}

export function approvalParts({ document, language, words }: Writing): SectionPart[] {
  const { bySubject } = document.approvals;
  if (bySubject.length === 0) return [];
  const t = TABLE_WORDS[language];
  const hours = (value: number | null) => (value === null ? EMPTY : words.hours(value));
  return [
    {
      kind: "table",
      label: SECTION_WORDS[language].approvals,
      head: [t.subject, t.approvals, t.returned, t.median, t.longest],
      figuresFrom: 1,
      rows: bySubject.map((row) => ({
        key: row.subjectType,
        cells: textCells(
          subjectWord(row.subjectType, language),
          words.number(row.approvals),
          words.number(row.returned),
          hours(row.medianHours),
          hours(row.longestHours),
        ),
      })),
    },
  ];
}

export function assetParts({ document, language, words }: Writing): SectionPart[] {
  const { assets } = document.assets;
  if (assets.length === 0) return [];
  const t = TABLE_WORDS[language];
  return [
    {
      kind: "table",
      label: SECTION_WORDS[language].assets,
      head: [t.asset, t.channels, t.versions, t.usedBy],
      figuresFrom: 2,
      rows: assets.slice(0, MOST).map((asset) => ({
        key: asset.assetId,
        cells: [
          { text: asset.name, about: { entity: "asset", id: asset.assetId } },
          ...textCells(
            words.enumerate(asset.channels.map(words.channel)),
            words.number(asset.versions),
            words.number(asset.tasks),
          ),
        ],
      })),
    },
  ];
}
