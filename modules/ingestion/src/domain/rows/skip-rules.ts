import { headerName } from "../mapping/header-name.ts";
import { cellText, isNothing } from "../text/cell-text.ts";
import type { SkipReason } from "./row-problem.ts";

const TOTALS =
  /^(合计|总计|汇总|小计|总和|共计|全部|平均值?|grand total|sub-?total|total|totals|sum|average)\s*([:：(（-].*)?$/i;
const NOTE = /^(#|\/\/|注[:：]|备注[:：]|说明[:：]|数据更新时间|导出时间|以上数据)/;
const CELLS_LOOKED_AT = 4;

/**
 * Whether a row carries no fact: blank, a repeated line of headings, a line of totals, a remark of the platform.
 * Totals count as such only where the row has no value of its own in the field that dates it, so that a product may be
 * called Total.
 * @param dateCell the cell of the field that dates the row
 */
export function skipReason(cells: readonly string[], headings: readonly string[], dateCell: string): SkipReason | null {
  const filled: string[] = [];
  for (const cell of cells) {
    if (cell === "") continue;
    const text = cellText(cell);
    if (!isNothing(text)) filled.push(text);
    if (filled.length === CELLS_LOOKED_AT) break;
  }
  const [first] = filled;
  if (first === undefined) return "blank";
  if (NOTE.test(first) && (filled.length === 1 || first.startsWith("#"))) return "note";
  if (filled.length > 1 && first === headings.find((heading) => heading !== "") && isHeader(cells, headings))
    return "header";
  const date = cellText(dateCell);
  if ((isNothing(date) || TOTALS.test(date)) && filled.some((text) => TOTALS.test(text))) return "totals";
  return null;
}

const isHeader = (cells: readonly string[], headings: readonly string[]): boolean =>
  headings.every((heading, i) => headerName(cells[i] ?? "") === headerName(heading));
