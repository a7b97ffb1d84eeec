import type { Call } from "@yutu/application";
import { type Flow } from "@yutu/approvals/domain";
import { requestApproval } from "@yutu/approvals/server";
import { type TenantTx, violatedUnique } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { ProjectRow } from "@yutu/projects/server";
import { eq, sql } from "drizzle-orm";
import { moveClaim } from "../../domain/claim.ts";
import { exceedFlow } from "../../domain/claim-flow.ts";
import { claimSubmitted } from "../../domain/events.ts";
import { availableOf, judge } from "../../domain/line.ts";
import { budgetProblems } from "../../domain/problems.ts";
import { type LineRow, lockLines, post } from "../ledger.ts";
import { type ClaimLineRow, type ClaimRow, claimLinesOf, findClaimWithInvoice, findCommitment } from "../repository.ts";
import { claims } from "../tables.ts";
import { countSpending } from "./count-spending.ts";

export const CLAIM_SUBJECT = "budgets.claim";

const duplicateInvoice = (other: ClaimRow | undefined) =>
  err(
    problem(budgetProblems.duplicateInvoice, "Check the invoice, or add the expense to the claim that has it.", {
      params: { claimId: other?.id ?? null, title: other?.title ?? null },
      errors: [{ pointer: "/body/invoiceNumber", code: "duplicate", message: "duplicate" }],
    }),
  );

/** What a claim takes from each of its lines beyond what its contract has set aside there already. */
function takes(
  parts: readonly ClaimLineRow[],
  coveredBy: { lineId: string; leftMinor: number } | undefined,
): { part: ClaimLineRow; takeMinor: number }[] {
  return parts.map((part) => ({
    part,
    takeMinor: Math.max(0, part.amountMinor - (coveredBy?.lineId === part.lineId ? coveredBy.leftMinor : 0)),
  }));
}

/** Whether every line can bear its part: true when an executive has to agree, a refusal when it must not happen. */
function judgeParts(
  lines: ReadonlyMap<string, LineRow>,
  wanted: readonly { part: ClaimLineRow; takeMinor: number }[],
  justification: string,
): Result<boolean, Problem> {
  let exceeds = false;
  for (const { part, takeMinor } of wanted) {
    const line = lines.get(part.lineId);
    if (!line) return err(problem(budgetProblems.unknownLine, "A line of the claim is gone; choose another one."));
    const verdict = takeMinor === 0 ? ({ kind: "fits" } as const) : judge(line, takeMinor);
    if (verdict.kind === "fits" || verdict.kind === "near-limit" || verdict.kind === "over-warned") continue;
    const params = {
      line: line.name,
      availableMinor: availableOf(line),
      askedMinor: takeMinor,
      overMinor: verdict.overMinor,
      currency: line.currency,
    };
    if (verdict.kind === "over-blocked") {
      return err(
        problem(
          budgetProblems.overBudget,
          `${line.name} has ${availableOf(line)} left, ${takeMinor} is asked for (minor units). Ask for a budget change first.`,
          { params },
        ),
      );
    }
    if (justification.trim() === "") {
      return err(
        problem(budgetProblems.justificationRequired, "Say why the budget must be exceeded; an executive decides.", {
          params,
          errors: [{ pointer: "/body/justification", code: "required", message: "required" }],
        }),
      );
    }
    exceeds = true;
  }
  return ok(exceeds);
}

async function coverage(
  tx: TenantTx,
  claim: ClaimRow,
): Promise<Result<{ lineId: string; leftMinor: number } | undefined, Problem>> {
  if (!claim.commitmentId) return ok(undefined);
  const commitment = await findCommitment(tx, claim.commitmentId, { lock: true });
  if (!commitment || commitment.status === "closed")
    return err(problem(budgetProblems.commitmentClosed, "Choose an open contract, or none."));
  return ok({ lineId: commitment.lineId, leftMinor: commitment.amountMinor - commitment.consumedMinor });
}

/**
 * Sends a claim into approval and sets its money aside. The lines are locked from the check to the commit, so of two
 * claims for the last money the second one sees what the first has taken.
 */
export async function submitClaim(
  call: Call,
  claim: ClaimRow,
  project: ProjectRow,
  flows: { usual: Flow },
): Promise<Result<null, Problem>> {
  const { tx, actor } = call;
  if (claim.requesterId !== actor.memberId)
    return err(problem(budgetProblems.notRequester, "Ask the person who wrote the claim."));
  const moved = moveClaim(claim.status, "submit");
  if (!moved.ok) return moved;
  const parts = await claimLinesOf(tx, [claim.id]);
  const lines = await lockLines(
    tx,
    parts.map((p) => p.lineId),
  );
  const covered = await coverage(tx, claim);
  if (!covered.ok) return covered;
  const wanted = takes(parts, covered.value);
  const exceeds = judgeParts(lines, wanted, claim.justification);
  if (!exceeds.ok) return exceeds;
  const invoice = { code: claim.invoiceCode, number: claim.invoiceNumber };
  const other = await findClaimWithInvoice(tx, invoice, claim.id);
  if (other) return duplicateInvoice(other);
  const approval = await requestApproval(tx, {
    subjectType: CLAIM_SUBJECT,
    subjectId: claim.id,
    subjectVersion: claim.version + 1,
    projectId: claim.projectId,
    title: claim.title,
    amountMinor: claim.amountMinor,
    currency: claim.currency,
    requesterId: actor.memberId,
    projectManagerId: project.managerId,
    flow: exceeds.value ? exceedFlow(flows.usual) : flows.usual,
  });
  if (!approval.ok) return approval;
  await post(
    tx,
    wanted.map(({ part, takeMinor }) => ({
      lineId: part.lineId,
      kind: "reserved",
      amountMinor: takeMinor,
      source: "claim",
      sourceId: claim.id,
    })),
  );
  return save(tx, claim, { exceeds: exceeds.value, approvalId: approval.value });
}

async function save(
  tx: TenantTx,
  claim: ClaimRow,
  change: { exceeds: boolean; approvalId: string },
): Promise<Result<null, Problem>> {
  try {
    await tx.db
      .update(claims)
      .set({
        ...change,
        status: "in_review",
        submittedAt: tx.now,
        decidedAt: null,
        updatedAt: tx.now,
        version: sql`${claims.version} + 1`,
      })
      .where(eq(claims.id, claim.id));
  } catch (error) {
    // Two claims with one invoice in the same instant: the index lets only one pass.
    if (violatedUnique(error) === "claims_invoice") return duplicateInvoice(undefined);
    throw error;
  }
  await countSpending(tx, claim);
  await tx.emit(
    claimSubmitted,
    { claimId: claim.id, projectId: claim.projectId, amountMinor: claim.amountMinor, exceeds: change.exceeds },
    { entity: "claim", id: claim.id, projectId: claim.projectId },
  );
  return ok(null);
}
