import type { TenantTx } from "@yutu/database";
import { eq, sql } from "drizzle-orm";
import { moveClaim } from "../../domain/claim.ts";
import { claimApproved, claimReturned } from "../../domain/events.ts";
import { lockLines, type Movement, post } from "../ledger.ts";
import { type ClaimRow, claimLinesOf, findClaim, findCommitment } from "../repository.ts";
import { budgetEntries, claims, commitments } from "../tables.ts";
import { countSpending } from "./count-spending.ts";

/** What a claim still holds back on each line, from the entries it has written. */
async function heldBy(tx: TenantTx, claimId: string): Promise<{ lineId: string; amountMinor: number }[]> {
  const rows = await tx.db
    .select({ lineId: budgetEntries.lineId, amountMinor: sql<string>`sum(${budgetEntries.amountMinor})` })
    .from(budgetEntries)
    .where(
      sql`${budgetEntries.source} = 'claim' AND ${budgetEntries.sourceId} = ${claimId} AND ${budgetEntries.kind} = 'reserved'`,
    )
    .groupBy(budgetEntries.lineId);
  return rows.map((row) => ({ lineId: row.lineId, amountMinor: Number(row.amountMinor) }));
}

const release = (held: readonly { lineId: string; amountMinor: number }[], claimId: string): Movement[] =>
  held.map(({ lineId, amountMinor }) => ({
    lineId,
    kind: "reserved",
    amountMinor: -amountMinor,
    source: "claim",
    sourceId: claimId,
  }));

/** Takes what a claim spends under a contract off what the contract has set aside. */
async function consumeCommitment(
  tx: TenantTx,
  claim: ClaimRow,
  parts: readonly { lineId: string; amountMinor: number }[],
): Promise<Movement[]> {
  const commitment = claim.commitmentId ? await findCommitment(tx, claim.commitmentId, { lock: true }) : undefined;
  if (!commitment) return [];
  const spent = parts.filter((p) => p.lineId === commitment.lineId).reduce((sum, p) => sum + p.amountMinor, 0);
  const consumed = Math.min(spent, commitment.amountMinor - commitment.consumedMinor);
  if (consumed === 0) return [];
  const consumedMinor = commitment.consumedMinor + consumed;
  const status = consumedMinor === commitment.amountMinor ? "closed" : commitment.status;
  await tx.db
    .update(commitments)
    .set({ consumedMinor, status, updatedAt: tx.now, version: sql`${commitments.version} + 1` })
    .where(eq(commitments.id, commitment.id));
  return [
    { lineId: commitment.lineId, kind: "committed", amountMinor: -consumed, source: "claim", sourceId: claim.id },
  ];
}

/**
 * The end of a claim's approval: approved, what it held becomes spent; returned or withdrawn, it is let go.
 * Called once per approval by the inbox; a claim that has moved on meanwhile is left alone.
 */
export async function settleClaim(
  tx: TenantTx,
  claimId: string,
  outcome: "approved" | "returned" | "withdrawn",
  comment: string,
): Promise<void> {
  const claim = await findClaim(tx, claimId, { lock: true });
  const moved = claim && moveClaim(claim.status, outcome === "approved" ? "approve" : "return");
  if (!claim || !moved?.ok) return;
  const parts = await claimLinesOf(tx, [claimId]);
  const held = await heldBy(tx, claimId);
  await lockLines(
    tx,
    [...parts, ...held].map((p) => p.lineId),
  );
  const about = { entity: "claim", id: claimId, projectId: claim.projectId };
  const movements = release(held, claimId);
  if (outcome === "approved") {
    movements.push(...(await consumeCommitment(tx, claim, parts)));
    movements.push(
      ...parts.map(
        (p): Movement => ({
          lineId: p.lineId,
          kind: "actual",
          amountMinor: p.amountMinor,
          source: "claim",
          sourceId: claimId,
          note: claim.title,
        }),
      ),
    );
    await tx.emit(claimApproved, { claimId, projectId: claim.projectId, amountMinor: claim.amountMinor }, about);
  } else {
    await tx.emit(claimReturned, { claimId, projectId: claim.projectId, comment }, about);
  }
  await post(tx, movements);
  const status = outcome === "withdrawn" ? "draft" : moved.value;
  await tx.db
    .update(claims)
    .set({ status, decidedAt: tx.now, updatedAt: tx.now, version: sql`${claims.version} + 1` })
    .where(eq(claims.id, claimId));
  await countSpending(tx, claim);
}
