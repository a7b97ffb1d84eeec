import { createHash } from "node:crypto";
import type { TenantTx } from "@yutu/database";
import { and, eq, lt } from "drizzle-orm";
import type { PlanLink, PlanTask } from "../../domain/plan.ts";
import { type PlanChangeRecord, type PlannedState, planChanges } from "../tables.ts";
import { type PlanRow, planLinks, planRows } from "./tasks.ts";

interface StoredPlan {
  readonly rows: readonly PlanRow[];
  readonly links: readonly PlanLink[];
}

/** The plan as it lies in the database. */
export async function storedPlan(tx: TenantTx, projectId: string): Promise<StoredPlan> {
  const rows = await planRows(tx, projectId);
  return { rows, links: await planLinks(tx, projectId, rows) };
}

const KEPT_MS = 86_400_000;

/** A short text that differs whenever tasks or links of the plan do. */
export function basisOf({ rows, links }: StoredPlan): string {
  const hash = createHash("sha256");
  for (const row of rows) hash.update(`${row.id} ${row.version}\n`);
  for (const link of links) hash.update(`${link.id}\n`);
  return hash.digest("base64url").slice(0, 22);
}

const stateOf = ({ startDate, dueDate, durationDays, constraintKind, constraintDate }: PlanTask): PlannedState => ({
  startDate,
  dueDate,
  durationDays,
  constraintKind,
  constraintDate,
});

export const sameState = (a: PlannedState, b: PlannedState): boolean =>
  a.startDate === b.startDate &&
  a.dueDate === b.dueDate &&
  a.durationDays === b.durationDays &&
  a.constraintKind === b.constraintKind &&
  a.constraintDate === b.constraintDate;

/** Every task and link that differs between two states of a plan. */
function recordOf(before: StoredPlan, after: StoredPlan): PlanChangeRecord {
  const now = new Map(after.rows.map((row) => [row.id, stateOf(row)]));
  const [old, fresh] = [before, after].map(({ links }) => new Set(links.map((link) => link.id)));
  return {
    tasks: before.rows.flatMap((row) => {
      const [was, is] = [stateOf(row), now.get(row.id)];
      return is && !sameState(was, is) ? [{ id: row.id, before: was, after: is }] : [];
    }),
    drawn: after.links.filter((link) => !old?.has(link.id)).map((link) => link.id),
    removed: before.links.filter((link) => !fresh?.has(link.id)),
  };
}

/**
 * Keeps what a change found, once it is stored; those of former days are forgotten.
 * @param before the plan as it was read before the change, in the same transaction
 * @returns the id that takes the change back
 */
export async function keepChange(tx: TenantTx, projectId: string, before: StoredPlan): Promise<string> {
  const after = await storedPlan(tx, projectId);
  const id = tx.ids.next("pch");
  const old = new Date(tx.now.getTime() - KEPT_MS);
  await tx.db.delete(planChanges).where(and(eq(planChanges.projectId, projectId), lt(planChanges.createdAt, old)));
  const change = recordOf(before, after);
  await tx.db.insert(planChanges).values({ id, projectId, basis: basisOf(after), change, createdAt: tx.now });
  return id;
}

/** Takes a kept change out: it can be taken back once. */
export async function takeChange(
  tx: TenantTx,
  projectId: string,
  changeId: string,
): Promise<typeof planChanges.$inferSelect | undefined> {
  const [row] = await tx.db
    .delete(planChanges)
    .where(and(eq(planChanges.id, changeId), eq(planChanges.projectId, projectId)))
    .returning();
  return row;
}

/** Writes the planned state of several tasks at once. */
export const saveStates = (
  tx: TenantTx,
  states: readonly (PlannedState & { readonly id: string })[],
): Promise<unknown> =>
  tx.query(
    `UPDATE tasks t SET start_date = m.start_date, due_date = m.due_date, duration_days = m.duration_days,
            constraint_kind = m.constraint_kind, constraint_date = m.constraint_date, updated_at = $7, version = t.version + 1
     FROM unnest($1::text[], $2::date[], $3::date[], $4::int[], $5::text[], $6::date[])
       AS m (id, start_date, due_date, duration_days, constraint_kind, constraint_date)
     WHERE t.id = m.id`,
    [
      states.map((s) => s.id),
      states.map((s) => s.startDate),
      states.map((s) => s.dueDate),
      states.map((s) => s.durationDays),
      states.map((s) => s.constraintKind),
      states.map((s) => s.constraintDate),
      tx.now,
    ],
  );
