import { ok, type Result } from "@yutu/kernel";
import type { Warehouse, WarehouseProblem, WarehouseTenant } from "@yutu/warehouse";
import { z } from "zod";
import type { ImportKind } from "../../domain/mapping/fields.ts";
import { Ordinals } from "../../domain/rows/ordinals.ts";
import { factGroup, type ImportedFact } from "../../domain/rows/row-parser.ts";

const ROWS_AT_ONCE = 60_000;

const QUERIES = {
  orders: { from: "{{order_lines}}", day: "ordered_on", group: "order_no" },
  ads: { from: "{{ad_facts}}", day: "fact_on", group: "toString(fact_on)" },
} as const;

const dayRow = z.object({ day: z.string(), rows: z.coerce.number() });
const placeRow = z.object({ place: z.string() });
const SEPARATOR = "\u0001";

/** Remembers where the facts of a file are put, in 10 bytes each, to find those that are there already. */
export class FilePlaces {
  readonly #places = new Ordinals();

  add(fact: ImportedFact, lineNo: string): void {
    this.#places.next(factGroup(fact) + SEPARATOR + lineNo);
  }

  /** How many facts of the source between two days the file states again. Reads them in parts of some ten thousand. */
  async countIn(
    warehouse: Warehouse,
    tenant: WarehouseTenant,
    kind: ImportKind,
    sourceId: string,
    range: { firstOn: string; lastOn: string },
  ): Promise<Result<number, WarehouseProblem>> {
    const { from, day, group } = QUERIES[kind];
    const where = `WHERE source_id = {sourceId:String} AND ${day} BETWEEN {firstOn:Date} AND {lastOn:Date}`;
    const days = await warehouse.query(tenant, {
      sql: `SELECT toString(${day}) AS day, count() AS rows FROM ${from} ${where} GROUP BY day ORDER BY day`,
      params: { sourceId, ...range },
      row: dayRow,
    });
    if (!days.ok) return days;
    let count = 0;
    for (const part of partsOf(days.value)) {
      const places = await warehouse.query(tenant, {
        sql: `SELECT concat(${group}, {separator:String}, line_no) AS place FROM ${from} ${where}`,
        params: { sourceId, separator: SEPARATOR, ...part },
        row: placeRow,
      });
      if (!places.ok) return places;
      for (const { place } of places.value) if (this.#places.has(place)) count += 1;
    }
    return ok(count);
  }
}

/** Consecutive days whose rows together are few enough to be read at once. */
function partsOf(days: readonly z.infer<typeof dayRow>[]): { firstOn: string; lastOn: string }[] {
  const parts: { firstOn: string; lastOn: string; rows: number }[] = [];
  for (const { day, rows } of days) {
    const last = parts.at(-1);
    if (last !== undefined && last.rows + rows <= ROWS_AT_ONCE) {
      last.lastOn = day;
      last.rows += rows;
    } else parts.push({ firstOn: day, lastOn: day, rows });
  }
  return parts.map(({ firstOn, lastOn }) => ({ firstOn, lastOn }));
}
