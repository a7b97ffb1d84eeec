import { languageOf, useLocale } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import { AppLink } from "@yutu/ui";
import { type ReactElement, type ReactNode, useCallback, useMemo } from "react";
import type { RetrospectiveDocument, Section } from "../domain/document.ts";
import {
  type SectionChart,
  type SectionPart,
  type SectionTable,
  type TableCell,
  writeOnScale,
} from "../domain/section-parts.ts";
import { sectionTables } from "../domain/section-tables.ts";
import { ReviewChart } from "./review-chart.tsx";
import { ReviewTable } from "./review-table.tsx";
import { useFigureWords } from "./use-figure-words.ts";

/** Charts and tables of a section in the reader's language. */
export function useSectionParts(document: RetrospectiveDocument, section: Section): SectionPart[] {
  const language = languageOf(useLocale());
  const words = useFigureWords(document.project.currency);
  return useMemo(() => sectionTables(section, { document, language, words }), [section, document, language, words]);
}

function cellOf({ text, about }: TableCell): ReactNode {
  switch (about?.entity) {
    case undefined:
      return text;
    case "task":
      return <AppLink to={`/tasks/${about.id}`}>{text}</AppLink>;
    case "asset":
      return (
        <AppLink to="/assets" search={{ asset: about.id }}>
          {text}
        </AppLink>
      );
    case "channel":
      return <ChannelTag code={about.id} />;
  }
}

const Table = ({ part: { label, head, figuresFrom, rows } }: { readonly part: SectionTable }): ReactElement => (
  <ReviewTable
    label={label}
    head={head}
    figuresFrom={figuresFrom}
    rows={rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(cellOf) }))}
  />
);

function BarChart({ part, currency }: { readonly part: SectionChart; readonly currency: string }): ReactElement {
  const words = useFigureWords(currency);
  const { title, label, names, series, scale } = part;
  const write = useCallback((value: number) => writeOnScale(scale, value, words), [scale, words]);
  return <ReviewChart title={title} label={label} names={names} series={series} write={write} />;
}

/** The figures of a section; narrow tables stand side by side. */
export function SectionBody({
  parts,
  currency,
}: {
  readonly parts: readonly SectionPart[];
  readonly currency: string;
}): ReactElement {
  const narrow = parts.filter((part): part is SectionTable => part.kind === "table" && part.narrow === true);
  const [first] = narrow;
  return (
    <>
      {parts.map((part) => {
        if (part.kind === "chart") return <BarChart key={part.title} part={part} currency={currency} />;
        if (part.narrow !== true) return <Table key={part.label} part={part} />;
        if (part !== first) return null;
        return (
          <div key={part.label} className="rt-pair">
            {narrow.map((each) => (
              <Table key={each.label} part={each} />
            ))}
          </div>
        );
      })}
    </>
  );
}
