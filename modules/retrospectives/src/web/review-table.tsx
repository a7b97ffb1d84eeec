import type { ReactElement, ReactNode } from "react";

export interface ReviewRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  readonly alarm?: boolean;
  readonly total?: boolean;
}

interface Props {
  readonly label: string;
  readonly head: readonly string[];
  /** Columns from here on are figures. */
  readonly figuresFrom: number;
  readonly rows: readonly ReviewRow[];
}

/** A table of a review; on narrow screens it scrolls sideways by itself. */
export function ReviewTable({ label, head, figuresFrom, rows }: Props): ReactElement {
  return (
    <div className="rt-table" role="group" aria-label={label} tabIndex={0}>
      <table className="yt-figures">
        <thead>
          <tr>
            {head.map((title, i) => (
              <th key={title} scope="col" data-figure={i >= figuresFrom}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-alarm={row.alarm} data-total={row.total}>
              {row.cells.map((cell, i) => (
                <td key={head[i]} data-figure={i >= figuresFrom}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
