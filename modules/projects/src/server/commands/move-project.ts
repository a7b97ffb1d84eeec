import type { Call } from "@yutu/application";
import { requestApproval, withdrawApproval } from "@yutu/approvals/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { moveProject as nextStatus, type ProjectMove, projectClosed, projectProblems } from "../../domain/index.ts";
import { goalFacts, goalsOf, kpisOf } from "../goal-repository.ts";
import { checkSmart } from "../smart-check.ts";
import { findTemplate } from "../templates.ts";
import { mayManage, PROJECT_SUBJECT, type ProjectRow } from "../visibility.ts";
import { changeStatus } from "./change-status.ts";

const BY_APPROVAL_ONLY: ReadonlySet<ProjectMove> = new Set(["approve", "return"]);

/** Sends the project into its type's approval flow once its goals can be checked. @returns the approval's id */
async function submit({ tx, actor }: Call, project: ProjectRow): Promise<Result<string, Problem>> {
  const smart = checkSmart(goalFacts(await goalsOf(tx, project.id), await kpisOf(tx, project.id)), project.startDate);
  if (!smart.ok) return smart;
  const template = await findTemplate(tx, project.typeKey);
  return requestApproval(tx, {
    subjectType: PROJECT_SUBJECT,
    subjectId: project.id,
    subjectVersion: project.version,
    projectId: project.id,
    title: project.name,
    amountMinor: project.totalBudgetMinor,
    currency: project.currency,
    requesterId: actor.memberId,
    projectManagerId: project.managerId,
    flow: template?.approval ?? "project-initiation",
  });
}

/** Takes a project one step along its lifecycle on behalf of a person. */
export async function moveProject(
  call: Call,
  project: ProjectRow,
  move: ProjectMove,
  reason: string,
): Promise<Result<null, Problem>> {
  const { tx, actor } = call;
  if (!mayManage(actor, project))
    return err(problem(projectProblems.notManager, "Ask the project's manager, or an administrator."));
  const to = nextStatus(project.status, move);
  if (!to.ok) return to;
  if (BY_APPROVAL_ONLY.has(move))
    return err(
      problem(projectProblems.wrongStatus, "A project is approved or returned in its approval, not here.", {
        params: { status: project.status, move },
      }),
    );
  if (move === "submit") {
    const approvalId = await submit(call, project);
    if (!approvalId.ok) return approvalId;
    await changeStatus(tx, project, to.value, reason, { approvalId: approvalId.value, submittedAt: tx.now });
    return ok(null);
  }
  if (move === "withdraw" && project.approvalId) {
    const withdrawn = await withdrawApproval(tx, project.approvalId, actor.memberId);
    if (!withdrawn.ok) return withdrawn;
  }
  const extra = move === "start" ? { startedAt: tx.now } : move === "close" ? { closedAt: tx.now } : {};
  await changeStatus(tx, project, to.value, reason, extra);
  if (move === "close") {
    const payload = { projectId: project.id, closedBy: actor.memberId };
    await tx.emit(projectClosed, payload, { entity: "project", id: project.id, projectId: project.id });
  }
  return ok(null);
}
