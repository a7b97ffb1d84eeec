import { isNothing } from "../text/cell-text.ts";
import { parseDecimal } from "../values/decimal.ts";
import { parseWallTime } from "../values/wall-time.ts";
import { headerName } from "./header-name.ts";
import { KNOWN_HEADINGS } from "./synonyms.ts";

const ROWS_LOOKED_AT = 30;

/**
 * The row of headings: the one whose cells are known headings, or failing that different texts across most columns.
 * Titles, blank lines, filter notes and totals above it are passed over.
 * @param rows the first rows of the file
 * @returns index into `rows`; -1 when no row looks like headings
 */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const width = Math.max(0, ...rows.map((row) => row.length));
  let best = { at: -1, score: 1 };
  rows.slice(0, ROWS_LOOKED_AT).forEach((row, at) => {
    const score = scoreRow(row, width);
    if (score > best.score) best = { at, score };
  });
  return best.at;
}

function scoreRow(row: readonly string[], width: number): number {
  const cells = row.filter((cell) => !isNothing(cell));
  if (cells.length === 0 || (width > 1 && cells.length < 2)) return 0;
  const known = cells.filter((cell) => KNOWN_HEADINGS.has(headerName(cell))).length;
  const values = cells.filter((cell) => parseDecimal(cell) !== null || parseWallTime(cell, "ymd") !== null).length;
  const unique = new Set(cells).size;
  return known * 4 + (unique / Math.max(1, width)) * 2 - values * 3 - (cells.length - unique);
}

/** Headings made distinct and never empty, so that each column can be named: `金额`, `金额 (2)`, `列 4`. */
export function distinctHeadings(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, i) => {
    const name = heading === "" ? `列 ${i + 1}` : heading;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
