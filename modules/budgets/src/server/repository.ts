import type { TenantTx } from "@yutu/database";
import { decodeCursor } from "@yutu/kernel";
import type { TaskSpending } from "@yutu/tasks/server";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { ClaimStatus } from "../domain/claim.ts";
import { budgetEntries, budgetLines, claimLines, claims, commitments, exchangeRates } from "./tables.ts";

export type ClaimRow = typeof claims.$inferSelect;
export type ClaimLineRow = typeof claimLines.$inferSelect;
export type CommitmentRow = typeof commitments.$inferSelect;

export const linesOf = (tx: TenantTx, projectId: string) =>
  tx.db
    .select()
    .from(budgetLines)
    .where(eq(budgetLines.projectId, projectId))
    .orderBy(asc(budgetLines.position), asc(budgetLines.id));

export async function findLine(tx: TenantTx, lineId: string) {
  const [row] = await tx.db.select().from(budgetLines).where(eq(budgetLines.id, lineId));
  return row;
}

export const entriesOf = (tx: TenantTx, lineId: string, limit: number) =>
  tx.db
    .select()
    .from(budgetEntries)
    .where(eq(budgetEntries.lineId, lineId))
    .orderBy(desc(budgetEntries.at), desc(budgetEntries.id))
    .limit(limit);

export async function findClaim(
  tx: TenantTx,
  claimId: string,
  options: { lock?: boolean } = {},
): Promise<ClaimRow | undefined> {
  const query = tx.db.select().from(claims).where(eq(claims.id, claimId));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}

export const claimLinesOf = (tx: TenantTx, claimIds: readonly string[]): Promise<ClaimLineRow[]> =>
  claimIds.length === 0
    ? Promise.resolve([])
    : tx.db
        .select()
        .from(claimLines)
        .where(inArray(claimLines.claimId, [...claimIds]))
        .orderBy(asc(claimLines.position), asc(claimLines.id));

/** Another living claim with the same invoice. */
export async function findClaimWithInvoice(
  tx: TenantTx,
  invoice: { code: string; number: string },
  exceptClaimId: string,
): Promise<ClaimRow | undefined> {
  if (invoice.number === "") return undefined;
  const [row] = await tx.db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.invoiceCode, invoice.code),
        eq(claims.invoiceNumber, invoice.number),
        inArray(claims.status, ["in_review", "approved", "paid"]),
        sql`${claims.id} <> ${exceptClaimId}`,
      ),
    );
  return row;
}

/** What claims for a task ask for and have spent. */
export async function spendingOn(tx: TenantTx, taskId: string): Promise<TaskSpending> {
  const [row] = await tx.query<{ held: string; spent: string }>(
    `SELECT coalesce(sum(amount_minor) FILTER (WHERE status = 'in_review'), 0) AS held,
            coalesce(sum(amount_minor) FILTER (WHERE status IN ('approved', 'paid')), 0) AS spent
     FROM claims WHERE task_id = $1`,
    [taskId],
  );
  return { heldMinor: Number(row?.held ?? 0), spentMinor: Number(row?.spent ?? 0) };
}

export interface ClaimFilter {
  readonly projectId?: string | undefined;
  readonly requesterId?: string | undefined;
  readonly status?: ClaimStatus | undefined;
  readonly taskId?: string | undefined;
  /** Of whose projects; undefined means all. */
  readonly scope?: SQL | undefined;
}

export function listClaims(
  tx: TenantTx,
  filter: ClaimFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<ClaimRow[]> {
  const decoded = page.cursor ? decodeCursor(page.cursor, 2) : undefined;
  const after = decoded?.ok ? decoded.value : undefined;
  return tx.db
    .select()
    .from(claims)
    .where(
      and(
        filter.projectId ? eq(claims.projectId, filter.projectId) : undefined,
        filter.scope,
        filter.requesterId ? eq(claims.requesterId, filter.requesterId) : undefined,
        filter.status ? eq(claims.status, filter.status) : undefined,
        filter.taskId ? eq(claims.taskId, filter.taskId) : undefined,
        after ? sql`(${claims.createdAt}, ${claims.id}) < (${after[0]}::timestamptz, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(claims.createdAt), desc(claims.id))
    .limit(page.limit + 1);
}

export const commitmentsOf = (tx: TenantTx, projectId: string) =>
  tx.db
    .select()
    .from(commitments)
    .where(eq(commitments.projectId, projectId))
    .orderBy(desc(commitments.createdAt), desc(commitments.id));

export async function findCommitment(
  tx: TenantTx,
  commitmentId: string,
  options: { lock?: boolean } = {},
): Promise<CommitmentRow | undefined> {
  const query = tx.db.select().from(commitments).where(eq(commitments.id, commitmentId));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}

export const listRates = (tx: TenantTx) =>
  tx.db.select().from(exchangeRates).orderBy(asc(exchangeRates.currency), desc(exchangeRates.validFrom));
