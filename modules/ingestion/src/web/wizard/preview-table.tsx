import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import type { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";

type Row = OperationOutput<typeof ingestion.previewRows>["rows"][number];

/** What becomes of a row, in words. */
function Outcome({ row }: { readonly row: Row }): ReactElement {
  const t = useMessages(ingestionTexts);
  if (row.outcome === "fact") return <>{t.previewGood}</>;
  if (row.outcome === "skipped") return <>{row.skipped && t.previewSkipped[row.skipped]}</>;
  return (
    <span className="in-bad">{row.problems.map((p) => `${t.fields[p.field]}: ${t.reasons[p.code]}`).join(" · ")}</span>
  );
}

/** The first rows of the file, each with what is wrong with it. */
export function PreviewTable({
  headings,
  rows,
}: {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}): ReactElement {
  const t = useMessages(ingestionTexts);
  return (
    <div className="in-scroll" role="region" aria-label={t.preview} tabIndex={0}>
      <table className="in-table">
        <thead>
          <tr>
            <th>{t.lineNumber}</th>
            <th>{t.state}</th>
            {headings.map((heading, i) => (
              <th key={`${i}-${heading}`}>{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rowNumber} data-outcome={row.outcome}>
              <td className="yt-figures">{row.rowNumber}</td>
              <td>
                <Outcome row={row} />
              </td>
              {headings.map((heading, i) => (
                <td key={`${i}-${heading}`}>{row.cells[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
