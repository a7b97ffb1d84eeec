import type { TenantTx } from "@yutu/database";
import { type CursorKey, decodeCursor } from "@yutu/kernel";
import { and, asc, desc, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import { DEFAULT_FLOWS } from "../domain/default-flows.ts";
import type { Flow } from "../domain/flow.ts";
import { approvalFlows, approvalSteps, approvals } from "./tables.ts";

export type ApprovalRow = typeof approvals.$inferSelect;
export type StepRow = typeof approvalSteps.$inferSelect;

/** A flow as the workspace has it: its own version, or the one it began with. */
export async function findFlow(tx: TenantTx, key: string): Promise<(Flow & { version: number }) | undefined> {
  const [row] = await tx.db.select().from(approvalFlows).where(eq(approvalFlows.key, key));
  if (row) return { key: row.key, name: row.name, stages: row.stages, version: row.version };
  const standard = DEFAULT_FLOWS.find((flow) => flow.key === key);
  return standard && { ...standard, version: 1 };
}

export async function listFlows(tx: TenantTx): Promise<(Flow & { version: number })[]> {
  const rows = await tx.db.select().from(approvalFlows).orderBy(asc(approvalFlows.createdAt));
  const own = rows.map(({ key, name, stages, version }) => ({ key, name, stages, version }));
  const rest = DEFAULT_FLOWS.filter((flow) => !own.some((o) => o.key === flow.key)).map((flow) => ({
    ...flow,
    version: 1,
  }));
  return [...rest, ...own].sort((a, b) => a.key.localeCompare(b.key));
}

export async function findApproval(
  tx: TenantTx,
  approvalId: string,
  options: { lock?: boolean } = {},
): Promise<ApprovalRow | undefined> {
  const query = tx.db.select().from(approvals).where(eq(approvals.id, approvalId));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}

export const stepsOf = (tx: TenantTx, approvalIds: readonly string[]): Promise<StepRow[]> =>
  approvalIds.length === 0
    ? Promise.resolve([])
    : tx.db
        .select()
        .from(approvalSteps)
        .where(inArray(approvalSteps.approvalId, [...approvalIds]))
        .orderBy(asc(approvalSteps.stage), asc(approvalSteps.position));

const hasStep = (tx: TenantTx, filter: SQL | undefined): SQL =>
  exists(
    tx.db
      .select({ one: sql`1` })
      .from(approvalSteps)
      .where(and(eq(approvalSteps.approvalId, approvals.id), filter)),
  );

export interface ApprovalFilter {
  readonly box: "waiting" | "mine" | "decided" | "all";
  readonly state?: ApprovalRow["state"] | undefined;
  readonly subjectType?: string | undefined;
  readonly subjectId?: string | undefined;
}

function boxFilter(tx: TenantTx, memberId: string, box: ApprovalFilter["box"]): SQL | undefined {
  const own = eq(approvalSteps.memberId, memberId);
  switch (box) {
    case "waiting":
      return and(eq(approvals.state, "pending"), hasStep(tx, and(own, eq(approvalSteps.state, "active"))));
    case "mine":
      return eq(approvals.requestedBy, memberId);
    case "decided":
      return hasStep(tx, and(own, inArray(approvalSteps.state, ["approved", "returned"])));
    case "all":
      return undefined;
  }
}

/** Newest first. `involved` limits "all" to what the member asked for or was asked about. */
export function listApprovals(
  tx: TenantTx,
  memberId: string,
  filter: ApprovalFilter,
  involved: boolean,
  page: { limit: number; cursor?: string | undefined },
): Promise<ApprovalRow[]> {
  const decoded = page.cursor ? decodeCursor(page.cursor, 2) : undefined;
  const after: CursorKey | undefined = decoded?.ok ? decoded.value : undefined;
  return tx.db
    .select()
    .from(approvals)
    .where(
      and(
        boxFilter(tx, memberId, filter.box),
        involved
          ? sql`(${eq(approvals.requestedBy, memberId)} OR ${hasStep(tx, eq(approvalSteps.memberId, memberId))})`
          : undefined,
        filter.state ? eq(approvals.state, filter.state) : undefined,
        filter.subjectType ? eq(approvals.subjectType, filter.subjectType) : undefined,
        filter.subjectId ? eq(approvals.subjectId, filter.subjectId) : undefined,
        after ? sql`(${approvals.requestedAt}, ${approvals.id}) < (${after[0]}::timestamptz, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(approvals.requestedAt), desc(approvals.id))
    .limit(page.limit + 1);
}
