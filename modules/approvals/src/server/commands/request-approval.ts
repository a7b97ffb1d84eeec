import { type TenantTx, violatedUnique } from "@yutu/database";
import { departmentHeadOf, listActiveMembers } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { begin } from "../../domain/decide.ts";
import { approvalRequested, approversAsked } from "../../domain/events.ts";
import { type Flow, planSteps } from "../../domain/flow.ts";
import { approvalProblems } from "../../domain/problems.ts";
import { findFlow } from "../repository.ts";
import { approvalSteps, approvals } from "../tables.ts";

/** What is to be approved. `subjectType` is `<module>.<thing>`, e.g. `projects.project`. */
export interface ApprovalRequest {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectVersion: number;
  readonly projectId: string | null;
  readonly title: string;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly requesterId: string;
  readonly projectManagerId: string | null;
  /** The key of a flow of the workspace, or a flow that the subject brings (a template's). */
  readonly flow: string | Flow;
}

async function insertApproval(tx: TenantTx, request: ApprovalRequest, flow: Flow): Promise<Result<string, Problem>> {
  const id = tx.ids.next("apr");
  const { subjectType, subjectId, subjectVersion, projectId, title, amountMinor, currency, requesterId } = request;
  const pending = await tx.query(
    "SELECT 1 FROM approvals WHERE subject_type = $1 AND subject_id = $2 AND state = 'pending'",
    [subjectType, subjectId],
  );
  const refused = err(problem(approvalProblems.alreadyPending, "Wait for the answer, or withdraw the request first."));
  if (pending.length > 0) return refused;
  try {
    await tx.db.insert(approvals).values({
      id,
      subjectType,
      subjectId,
      subjectVersion,
      projectId,
      title,
      amountMinor,
      currency,
      flowKey: flow.key,
      flowName: flow.name,
      state: "pending",
      requestedBy: requesterId,
      requestedAt: tx.now,
    });
  } catch (error) {
    if (violatedUnique(error) === "approvals_one_pending") return refused;
    throw error;
  }
  return ok(id);
}

/** Sends a subject into approval, in the caller's transaction. @returns the approval's id */
export async function requestApproval(tx: TenantTx, request: ApprovalRequest): Promise<Result<string, Problem>> {
  const flow = typeof request.flow === "string" ? await findFlow(tx, request.flow) : request.flow;
  if (!flow) return err(problem(approvalProblems.noApprover, "There is no approval flow with this key."));
  const directory = {
    activeMembers: (await listActiveMembers(tx)).map((m) => ({ id: m.id, role: m.role })),
    departmentHead: await departmentHeadOf(tx, request.requesterId),
    projectManager: request.projectManagerId,
  };
  const planned = planSteps(flow, request, directory);
  if (!planned.ok) return planned;
  const inserted = await insertApproval(tx, request, flow);
  if (!inserted.ok) return inserted;
  const approvalId = inserted.value;
  const steps = planned.value.map((step) => ({
    ...step,
    id: tx.ids.next("aps"),
    approvalId,
    state: "waiting" as const,
  }));
  const first = begin(steps);
  const dueAt = (hours: number | null): Date | null =>
    hours === null ? null : new Date(tx.now.getTime() + hours * 3_600_000);
  await tx.db.insert(approvalSteps).values(
    steps.map((step) => {
      const active = first.steps.get(step.id) === "active";
      return {
        ...step,
        state: active ? ("active" as const) : ("waiting" as const),
        activatedAt: active ? tx.now : null,
        dueAt: active ? dueAt(step.dueHours) : null,
      };
    }),
  );
  const subject = {
    approvalId,
    subjectType: request.subjectType,
    subjectId: request.subjectId,
    subjectVersion: request.subjectVersion,
  };
  const about = { entity: "approval", id: approvalId, ...(request.projectId ? { projectId: request.projectId } : {}) };
  await tx.emit(approvalRequested, { ...subject, title: request.title, requestedBy: request.requesterId }, about);
  const memberIds = steps.filter((s) => first.steps.get(s.id) === "active").map((s) => s.memberId);
  await tx.emit(approversAsked, { ...subject, title: request.title, memberIds, reminder: false }, about);
  return ok(approvalId);
}
