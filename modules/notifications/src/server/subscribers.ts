import { type Subscriber, subscribe } from "@yutu/application";
import { approvalFinished, approversAsked } from "@yutu/approvals/domain";
import { projectClosed } from "@yutu/projects/domain";
import { projectFacts, projectMemberIds } from "@yutu/projects/server";
import { commentAdded, taskAssigned, taskStatusChanged } from "@yutu/tasks/domain";
import { notify } from "./notify.ts";

/** Quiet by default: only what concerns a person reaches them, and mentions are not told twice. */
export const subscribers: readonly Subscriber[] = [
  subscribe("notifications.comment", commentAdded, async ({ tx }, { payload, actorId, projectId }) => {
    const common = {
      title: payload.title,
      excerpt: payload.excerpt,
      actorId,
      entity: "task",
      entityId: payload.taskId,
      projectId,
    };
    await notify(tx, { ...common, kind: "mention", to: payload.mentionIds });
    await notify(tx, {
      ...common,
      kind: "comment",
      to: payload.followerIds.filter((id) => !payload.mentionIds.includes(id)),
    });
  }),
  subscribe("notifications.assigned", taskAssigned, ({ tx }, { payload, actorId, projectId }) =>
    notify(tx, {
      kind: "assigned",
      title: payload.title,
      to: payload.memberIds,
      actorId,
      entity: "task",
      entityId: payload.taskId,
      projectId,
    }),
  ),
  subscribe("notifications.task-status", taskStatusChanged, ({ tx }, { payload, actorId, projectId }) =>
    notify(tx, {
      kind: "status_changed",
      title: payload.title,
      excerpt: `${payload.from}>${payload.to}`,
      to: payload.watcherIds,
      actorId,
      entity: "task",
      entityId: payload.taskId,
      projectId,
    }),
  ),
  subscribe("notifications.approval-asked", approversAsked, ({ tx }, { payload, actorId, projectId }) =>
    notify(tx, {
      kind: payload.reminder ? "approval_reminder" : "approval_asked",
      title: payload.title,
      to: payload.memberIds,
      actorId,
      entity: "approval",
      entityId: payload.approvalId,
      projectId,
    }),
  ),
  subscribe("notifications.approval-finished", approvalFinished, ({ tx }, { payload, actorId, projectId }) =>
    notify(tx, {
      kind: "approval_finished",
      title: payload.title,
      excerpt: `${payload.outcome}|${payload.comment}`,
      to: [payload.requestedBy],
      actorId,
      entity: "approval",
      entityId: payload.approvalId,
      projectId,
    }),
  ),
  subscribe("notifications.project-closed", projectClosed, async ({ tx }, { payload, actorId, projectId }) => {
    const project = await projectFacts(tx, payload.projectId);
    if (!project) return;
    await notify(tx, {
      kind: "project_closed",
      title: project.name,
      to: await projectMemberIds(tx, payload.projectId),
      actorId,
      entity: "project",
      entityId: payload.projectId,
      projectId,
    });
  }),
];
