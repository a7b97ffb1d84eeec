import { type Format, useFormat, useMessages } from "@yutu/i18n";
import type { EChartsCoreOption } from "echarts/core";
import { lazy, type ReactElement, type ReactNode, Suspense, useMemo, useState } from "react";
import { ChartIcon, TableIcon } from "../icons/icons.tsx";
import { EmptyState } from "../page/empty-state.tsx";
import { AfterPatience } from "../page/skeleton.tsx";
import type { ColourTokens } from "../theme/tokens.ts";
import { useAppearance, useColours } from "../theme/use-appearance.ts";
import type { ChartPick } from "./chart-canvas.tsx";
import "./chart.css";
import { chartTexts } from "./messages.ts";

const ChartCanvas = lazy(() => import("./chart-canvas.tsx"));

/** The figures of a chart as a table: for screen readers, for copying, for doubt. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChartProps {
  readonly title: string;
  /** Where the figures come from, which window, how fresh. */
  readonly source?: ReactNode;
  /** The chart's options; keep the function's identity with `useCallback`. */
  readonly build: (colours: ColourTokens, format: Format) => EChartsCoreOption;
  readonly table: ChartTable;
  readonly heightPx?: number;
  readonly actions?: ReactNode;
  /** A click on a point drills down. */
  readonly onPick?: (pick: ChartPick) => void;
}

function FigureTable({ title, table }: { readonly title: string; readonly table: ChartTable }): ReactElement {
  return (
    <div className="yt-chart-table" tabIndex={0} role="region" aria-label={title}>
      <table className="yt-figures">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // rows are figures of one answer and are replaced together
            <tr key={`${row[0] ?? ""}-${index}`}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={table.columns[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[at]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with its title, source and a switch to the table of its figures. The library comes when the first chart is shown. */
export function Chart({ title, source, build, table, heightPx = 260, actions, onPick }: ChartProps): ReactElement {
  const t = useMessages(chartTexts);
  const format = useFormat();
  const colours = useColours();
  const { theme } = useAppearance();
  const [asTable, setAsTable] = useState(false);
  const option = useMemo(() => build(colours, format), [build, colours, format]);
  const toggle = asTable ? t.chart : t.table;
  const empty = table.rows.length === 0;
  return (
    <figure className="yt-chart">
      <figcaption className="yt-chart-head">
        <h2 className="yt-ellipsis">{title}</h2>
        {actions}
        <button
          type="button"
          className="yt-plain yt-icon-button"
          aria-label={`${title}: ${toggle}`}
          title={toggle}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? <ChartIcon /> : <TableIcon />}
        </button>
      </figcaption>
      <div style={{ minHeight: heightPx }}>
        {empty && <EmptyState text={t.empty} />}
        {!empty && asTable && <FigureTable title={title} table={table} />}
        {!empty && !asTable && (
          <Suspense
            fallback={<AfterPatience>{<div className="yt-chart-wait" style={{ height: heightPx }} />}</AfterPatience>}
          >
            <ChartCanvas
              option={option}
              theme={theme}
              label={title}
              heightPx={heightPx}
              {...(onPick ? { onPick } : {})}
            />
          </Suspense>
        )}
      </div>
      {source !== undefined && <p className="yt-chart-source">{source}</p>}
    </figure>
  );
}
