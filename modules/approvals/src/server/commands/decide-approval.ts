import { type Call, notFound } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import { decide, type Transition, withdraw } from "../../domain/decide.ts";
import { approvalFinished, approversAsked, stepDecided } from "../../domain/events.ts";
import { approvalProblems } from "../../domain/problems.ts";
import { type ApprovalRow, findApproval, type StepRow, stepsOf } from "../repository.ts";
import { approvalSteps, approvals } from "../tables.ts";

type Done = Result<null, Problem>;

const subjectOf = (row: ApprovalRow) => ({
  approvalId: row.id,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  subjectVersion: row.subjectVersion,
});
const aboutOf = (row: ApprovalRow) => ({
  entity: "approval",
  id: row.id,
  ...(row.projectId ? { projectId: row.projectId } : {}),
});

const HOUR_MS = 3_600_000;

/** Writes what a transition changes and says so. */
async function save(
  tx: TenantTx,
  approval: ApprovalRow,
  steps: readonly StepRow[],
  transition: Transition,
  comment: string,
): Promise<void> {
  const asked: string[] = [];
  for (const step of steps) {
    const state = transition.steps.get(step.id);
    if (!state || state === step.state) continue;
    const answered = state === "approved" || state === "returned";
    if (state === "active") asked.push(step.memberId);
    const change = {
      state,
      ...(answered ? { decidedAt: tx.now, comment } : {}),
      ...(state === "active"
        ? {
            activatedAt: tx.now,
            dueAt: step.dueHours === null ? null : new Date(tx.now.getTime() + step.dueHours * HOUR_MS),
          }
        : {}),
    };
    await tx.db.update(approvalSteps).set(change).where(eq(approvalSteps.id, step.id));
  }
  const finished = transition.approval === "pending" ? {} : { finishedAt: tx.now };
  await tx.db
    .update(approvals)
    .set({ state: transition.approval, ...finished, updatedAt: tx.now, version: sql`${approvals.version} + 1` })
    .where(eq(approvals.id, approval.id));
  if (asked.length > 0)
    await tx.emit(
      approversAsked,
      { ...subjectOf(approval), title: approval.title, memberIds: asked, reminder: false },
      aboutOf(approval),
    );
  if (transition.approval !== "pending") {
    const outcome = {
      ...subjectOf(approval),
      title: approval.title,
      outcome: transition.approval,
      requestedBy: approval.requestedBy,
      comment,
    };
    await tx.emit(approvalFinished, outcome, aboutOf(approval));
  }
}

export async function decideApproval(
  { tx, actor }: Call,
  approvalId: string,
  decision: { readonly kind: "approve" | "return"; readonly comment: string },
): Promise<Done> {
  // The row lock makes two answers at the same moment follow one another.
  const approval = await findApproval(tx, approvalId, { lock: true });
  if (!approval) return notFound("approval");
  const steps = await stepsOf(tx, [approvalId]);
  const decided = decide({ state: approval.state, steps }, actor.memberId, decision);
  if (!decided.ok) return decided;
  await tx.emit(
    stepDecided,
    { ...subjectOf(approval), memberId: actor.memberId, decision: decision.kind, comment: decision.comment },
    aboutOf(approval),
  );
  await save(tx, approval, steps, decided.value, decision.comment);
  return ok(null);
}

/** Takes a request back on behalf of its requester; also called by the module that owns the subject. */
export async function withdrawApproval(tx: TenantTx, approvalId: string, memberId: string): Promise<Done> {
  const approval = await findApproval(tx, approvalId, { lock: true });
  if (!approval) return notFound("approval");
  if (approval.requestedBy !== memberId)
    return err(problem(approvalProblems.notRequester, "Ask the person who sent it."));
  const steps = await stepsOf(tx, [approvalId]);
  const withdrawn = withdraw({ state: approval.state, steps });
  if (!withdrawn.ok) return withdrawn;
  await save(tx, approval, steps, withdrawn.value, "");
  return ok(null);
}

const REMINDER_PAUSE_MS = HOUR_MS;

export async function remindApprovers(
  { tx, actor }: Call,
  approvalId: string,
): Promise<Result<{ reminded: number }, Problem>> {
  const approval = await findApproval(tx, approvalId, { lock: true });
  if (!approval) return notFound("approval");
  if (approval.requestedBy !== actor.memberId)
    return err(problem(approvalProblems.notRequester, "Only the requester may remind."));
  if (approval.state !== "pending")
    return err(
      problem(approvalProblems.notPending, "There is nobody to remind.", { params: { state: approval.state } }),
    );
  const active = (await stepsOf(tx, [approvalId])).filter((s) => s.state === "active");
  const lately = active.some((s) => s.remindedAt && tx.now.getTime() - s.remindedAt.getTime() < REMINDER_PAUSE_MS);
  if (lately)
    return err(
      problem(approvalProblems.remindedLately, "Give them an hour.", {
        params: { retryAfter: REMINDER_PAUSE_MS / 1000 },
      }),
    );
  for (const step of active)
    await tx.db.update(approvalSteps).set({ remindedAt: tx.now }).where(eq(approvalSteps.id, step.id));
  await tx.emit(
    approversAsked,
    { ...subjectOf(approval), title: approval.title, memberIds: active.map((s) => s.memberId), reminder: true },
    aboutOf(approval),
  );
  return ok({ reminded: active.length });
}
