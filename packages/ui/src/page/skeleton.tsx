import { useMessages } from "@yutu/i18n";
import { type CSSProperties, type ReactElement, type ReactNode, useEffect, useState } from "react";
import { pageTexts } from "./messages.ts";
import "./skeleton.css";

const PATIENCE_MS = 200;

/** Shows its content only when the wait is long enough to notice. */
export function AfterPatience({ children }: { readonly children: ReactNode }): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}

export interface SkeletonProps {
  readonly rows?: number;
  /** Column widths of the result, as CSS lengths or fractions. */
  readonly columns?: readonly string[];
  /** Height of a row in px; the list's own when left out. */
  readonly rowPx?: number;
}

/** Grey bars with the row height and column widths of what is coming. */
export function Skeleton({ rows = 8, columns = ["1fr"], rowPx }: SkeletonProps): ReactElement {
  const t = useMessages(pageTexts);
  const style = {
    "--yt-skeleton-columns": columns.join(" "),
    ...(rowPx === undefined ? {} : { "--yt-skeleton-row": `${rowPx}px` }),
  } as CSSProperties;
  return (
    <AfterPatience>
      <div className="yt-skeleton" style={style} role="status" aria-busy="true">
        <span className="yt-hidden">{t.loading}</span>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="yt-skeleton-row" aria-hidden="true">
            {columns.map((_width, column) => (
              <span key={column} className="yt-skeleton-cell">
                <span style={{ width: `${45 + ((row * 37 + column * 23) % 45)}%` }} />
              </span>
            ))}
          </div>
        ))}
      </div>
    </AfterPatience>
  );
}
