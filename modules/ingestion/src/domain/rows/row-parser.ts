import type { Field } from "../mapping/fields.ts";
import { zoneOffsets } from "../values/time-zone.ts";
import { type AdFact, readAdFact } from "./ad-row.ts";
import { CellReader } from "./cell-reader.ts";
import { type OrderLine, readOrderLine } from "./order-row.ts";
import type { RowOutcome } from "./row-problem.ts";
import type { RowSettings } from "./settings.ts";
import { skipReason } from "./skip-rules.ts";

export type ImportedFact = OrderLine | AdFact;

/** Reads the rows below the headings, in order (blank cells may mean "as above"). */
export type RowParser = (cells: readonly string[]) => RowOutcome<ImportedFact>;

/**
 * A parser for one pass over one file.
 * @param headings the line of headings, to pass over where it is repeated
 * @param nowMs facts much later than this are refused
 */
export function rowParser(settings: RowSettings, headings: readonly string[], nowMs: number): RowParser {
  const reader = new CellReader(settings, zoneOffsets(settings.timeZone), nowMs);
  const dateField: Field = settings.kind === "orders" ? "orderedAt" : "date";
  const dateColumn = settings.columns[dateField] ?? -1;
  return (cells) => {
    const reason = skipReason(cells, headings, cells[dateColumn] ?? "");
    if (reason !== null) return { kind: "skipped", reason };
    reader.begin(cells);
    const fact = settings.kind === "orders" ? readOrderLine(reader) : readAdFact(reader);
    return reader.problems.length === 0 ? { kind: "fact", fact } : { kind: "problems", problems: reader.problems };
  };
}

/** The group in which a fact needs an ordinal among facts that look the same: its order, or its day. */
export const factGroup = (fact: ImportedFact): string => (fact.type === "orders" ? fact.orderNo : fact.factOn);

/** The day a fact falls on, `YYYY-MM-DD`. */
export const factDay = (fact: ImportedFact): string => (fact.type === "orders" ? fact.orderedOn : fact.factOn);
