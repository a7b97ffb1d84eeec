import { type Actor, may } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { listMembersByName } from "@yutu/identity/server";
import type { z } from "zod";
import type { approvalSchema, approvalSummarySchema } from "../contract/schemas.ts";
import { type ApprovalRow, type StepRow, stepsOf } from "./repository.ts";

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Amounts are for those who may see money, for the requester, and for those who are asked. */
const seesAmount = (actor: Actor, row: ApprovalRow, steps: readonly StepRow[]): boolean =>
  may(actor, "money.view") || row.requestedBy === actor.memberId || steps.some((s) => s.memberId === actor.memberId);

function summary(
  row: ApprovalRow,
  steps: readonly StepRow[],
  names: ReadonlyMap<string, string>,
  actor: Actor,
): z.infer<typeof approvalSummarySchema> {
  const shown = seesAmount(actor, row, steps);
  return {
    id: row.id,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    subjectVersion: row.subjectVersion,
    projectId: row.projectId,
    title: row.title,
    amountMinor: shown ? row.amountMinor : null,
    currency: shown ? row.currency : null,
    flowName: row.flowName,
    state: row.state,
    requestedBy: row.requestedBy,
    requesterName: names.get(row.requestedBy) ?? "",
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: iso(row.finishedAt),
    waitingFor: steps
      .filter((s) => s.state === "active")
      .map((s) => ({ memberId: s.memberId, memberName: names.get(s.memberId) ?? "", dueAt: iso(s.dueAt) })),
  };
}

export async function presentSummaries(
  tx: TenantTx,
  rows: readonly ApprovalRow[],
  actor: Actor,
): Promise<z.infer<typeof approvalSummarySchema>[]> {
  const steps = await stepsOf(
    tx,
    rows.map((row) => row.id),
  );
  const names = await listMembersByName(tx);
  return rows.map((row) =>
    summary(
      row,
      steps.filter((s) => s.approvalId === row.id),
      names,
      actor,
    ),
  );
}

export async function presentApproval(
  tx: TenantTx,
  row: ApprovalRow,
  actor: Actor,
): Promise<z.infer<typeof approvalSchema>> {
  const steps = await stepsOf(tx, [row.id]);
  const names = await listMembersByName(tx);
  const pending = row.state === "pending";
  const mine = row.requestedBy === actor.memberId;
  return {
    ...summary(row, steps, names, actor),
    steps: steps.map((s) => ({
      id: s.id,
      stage: s.stage,
      stageName: JSON.parse(s.stageName) as { zh: string; en: string },
      mode: s.mode,
      memberId: s.memberId,
      memberName: names.get(s.memberId) ?? "",
      reason: s.reason,
      state: s.state,
      activatedAt: iso(s.activatedAt),
      dueAt: iso(s.dueAt),
      openedAt: iso(s.openedAt),
      decidedAt: iso(s.decidedAt),
      comment: s.comment,
    })),
    abilities: {
      decide:
        pending &&
        may(actor, "approvals.decide") &&
        steps.some((s) => s.memberId === actor.memberId && s.state === "active"),
      withdraw: pending && mine,
      remind: pending && mine,
    },
  };
}
