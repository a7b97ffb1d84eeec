import { type Subscriber, subscribe } from "@yutu/application";
import { approvalFinished } from "@yutu/approvals/domain";
import { eq } from "drizzle-orm";
import { moveProject, projectClosed } from "../domain/index.ts";
import { changeStatus } from "./commands/change-status.ts";
import { keepResults } from "./commands/keep-results.ts";
import { goals } from "./tables.ts";
import { PROJECT_SUBJECT, projectFacts } from "./visibility.ts";

const MOVES = { approved: "approve", returned: "return", withdrawn: "withdraw" } as const;

export const subscribers: readonly Subscriber[] = [
  // The lifecycle follows the approval; an answer to an earlier round changes nothing.
  subscribe("projects.follow-approval", approvalFinished, async ({ tx }, { payload }) => {
    if (payload.subjectType !== PROJECT_SUBJECT) return;
    const project = await projectFacts(tx, payload.subjectId);
    if (!project || project.approvalId !== payload.approvalId) return;
    const to = moveProject(project.status, MOVES[payload.outcome]);
    if (!to.ok) return;
    await changeStatus(tx, project, to.value, payload.comment);
    if (to.value === "approved")
      await tx.db.update(goals).set({ status: "active", updatedAt: tx.now }).where(eq(goals.projectId, project.id));
  }),
  subscribe("projects.keep-results", projectClosed, ({ tx, services }, { payload }) =>
    keepResults(tx, services, payload.projectId),
  ),
];
