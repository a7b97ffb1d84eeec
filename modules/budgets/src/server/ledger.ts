import type { TenantTx } from "@yutu/database";
import { asc, inArray } from "drizzle-orm";
import { budgetEntries, budgetLines } from "./tables.ts";

export type LineRow = typeof budgetLines.$inferSelect;

/** One movement of money on a line; negative takes back. */
export interface Movement {
  readonly lineId: string;
  readonly kind: "planned" | "changed" | "reserved" | "committed" | "actual";
  readonly amountMinor: number;
  /** What caused it: `claim`, `commitment`, `plan`. */
  readonly source: string;
  readonly sourceId: string;
  readonly note?: string;
}

/**
 * Locks lines until the end of the transaction and gives them by id. Always in order of id, so that two requests over
 * the same lines wait for one another instead of deadlocking.
 */
export async function lockLines(tx: TenantTx, lineIds: readonly string[]): Promise<ReadonlyMap<string, LineRow>> {
  if (lineIds.length === 0) return new Map();
  const rows = await tx.db
    .select()
    .from(budgetLines)
    .where(inArray(budgetLines.id, [...new Set(lineIds)]))
    .orderBy(asc(budgetLines.id))
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

const COLUMN = {
  planned: "planned_minor",
  changed: "changed_minor",
  reserved: "reserved_minor",
  committed: "committed_minor",
  actual: "actual_minor",
} as const;

/** Writes movements and the totals that follow from them. The lines must be locked. */
export async function post(tx: TenantTx, movements: readonly Movement[]): Promise<void> {
  const real = movements.filter((m) => m.amountMinor !== 0);
  if (real.length === 0) return;
  await tx.db
    .insert(budgetEntries)
    .values(real.map((m) => ({ ...m, id: tx.ids.next("ben"), at: tx.now, note: m.note ?? "" })));
  for (const m of real) {
    const column = COLUMN[m.kind];
    await tx.query(
      `UPDATE budget_lines SET ${column} = ${column} + $2, version = version + 1, updated_at = $3 WHERE id = $1`,
      [m.lineId, m.amountMinor, tx.now],
    );
  }
}
