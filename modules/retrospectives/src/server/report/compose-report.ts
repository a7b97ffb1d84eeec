import {
  evidencePath,
  type Finding,
  type RetrospectiveDocument,
  SECTIONS,
  type SectionPart,
  sectionTables,
  sentenceOf,
  summaryOf,
  writeOnScale,
} from "../../domain/index.ts";
import type { Retrospective } from "../queries/get-retrospective.ts";
import { type ReportFigures, reportFigures } from "./report-figures.ts";
import type { ReportContext, ReportPart } from "./report-parts.ts";
import { REPORT_WORDS } from "./report-words.ts";

export type WrittenRetrospective = Retrospective & { readonly document: RetrospectiveDocument };

/** A report in the order it is read: what it is, the summary, each section with its findings, lessons, what comes next. */
export function composeReport(retrospective: WrittenRetrospective, context: ReportContext): ReportPart[] {
  const { document, blocks } = retrospective;
  const { language } = context;
  const words = REPORT_WORDS[language];
  const figures = reportFigures(language, document.project.currency, context.timeZone);
  const textOf = (key: string): string => blocks.find((block) => block.key === key)?.text ?? "";
  const paragraph = (text: string): ReportPart[] => (text === "" ? [] : [{ kind: "paragraph", text }]);
  const heading = (level: 1 | 2 | 3, text: string): ReportPart => ({ kind: "heading", level, text });
  const itemOf = (finding: Finding) => ({
    text: sentenceOf(finding, language, figures),
    links: finding.evidence.map((proof) => ({
      label: proof.entity === "channel" ? figures.channel(proof.id) : proof.label,
      address: context.publicUrl + evidencePath(proof, document.project.id),
    })),
  });
  const sections = SECTIONS.flatMap((section): ReportPart[] => {
    if (section === "budget" && retrospective.moneyWithheld) return [];
    const items = document.findings.filter((finding) => finding.section === section).map(itemOf);
    const tables = sectionTables(section, { document, language, words: figures }).map((part) => partOf(part, figures));
    const empty = items.length === 0 && tables.length === 0;
    return [
      heading(2, words.section[section]),
      ...(items.length > 0 ? [{ kind: "findings" as const, items }] : []),
      ...paragraph(textOf(section)),
      ...(empty ? paragraph(words.none) : tables),
    ];
  });
  return [
    heading(1, `${document.project.name} ${words.title}`),
    ...(retrospective.state === "published" ? [] : paragraph(words.draft)),
    ...(retrospective.moneyWithheld ? paragraph(words.moneyWithheld) : []),
    projectTable(document, words, figures.format.dateTime(document.computedAt)),
    heading(2, words.section.summary),
    ...paragraph(textOf("summary") || summaryOf(document.findings, language, figures)),
    ...sections,
    ...lessonParts(retrospective, words),
    ...(textOf("next") ? [heading(2, words.section.next), ...paragraph(textOf("next"))] : []),
  ];
}

/** A part of a section as a file has it: cells are their words. */
function partOf(part: SectionPart, figures: ReportFigures): ReportPart {
  if (part.kind === "chart") {
    const { title, names, series, scale } = part;
    const write = (value: number, latin: boolean) => writeOnScale(scale, value, latin ? figures.latin : figures);
    return { kind: "chart", chart: { title, names, series, write } };
  }
  const { head, figuresFrom, rows } = part;
  return {
    kind: "table",
    head,
    figuresFrom,
    rows: rows.map(({ cells }) => cells.map((cell) => cell.text)),
    summed: rows.at(-1)?.total === true,
  };
}

function lessonParts({ lessons }: WrittenRetrospective, words: (typeof REPORT_WORDS)["zh"]): ReportPart[] {
  const kept = lessons.filter((lesson) => lesson.status !== "rejected");
  if (kept.length === 0) return [];
  const items = kept.map((lesson) => ({
    text: `${words.lessonKind[lesson.kind]}（${words.lessonStatus[lesson.status]}）：${lesson.text}`,
    links: [],
  }));
  return [
    { kind: "heading", level: 2, text: words.section.lessons },
    { kind: "findings", items },
  ];
}

function projectTable(
  { project }: RetrospectiveDocument,
  words: (typeof REPORT_WORDS)["zh"],
  computed: string,
): ReportPart {
  const t = words.project;
  return {
    kind: "table",
    head: [t.key, t.manager, t.period, t.closed, t.computed],
    rows: [
      [
        project.campaignKey,
        project.managerName,
        `${project.startDate} – ${project.endDate}`,
        project.closedOn,
        computed,
      ],
    ],
    figuresFrom: 5,
  };
}
