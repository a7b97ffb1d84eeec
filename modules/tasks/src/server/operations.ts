import { type Implementation, implement } from "@yutu/application";
import { ok } from "@yutu/kernel";
import { tasks } from "../contract/index.ts";
import { reachTask } from "./access.ts";
import { addAttachment, listAttachments, removeAttachment } from "./commands/attach.ts";
import { addComment, deleteComment, reactToComment, resolveComment, updateComment } from "./commands/comment.ts";
import { createTask } from "./commands/create-task.ts";
import { addLink, applyPlan, previewPlan, removeLink } from "./commands/edit-plan.ts";
import { createView, deleteView, listViews, updateView } from "./commands/manage-views.ts";
import { moveTask } from "./commands/move-task.ts";
import { deleteTasks, restoreTasks } from "./commands/remove-tasks.ts";
import { undoPlan } from "./commands/undo-plan.ts";
import { updateTask, updateTasks } from "./commands/update-task.ts";
import { presentRows, presentTask } from "./presenters.ts";
import { getPlan } from "./queries/get-plan.ts";
import { listActivity } from "./queries/list-activity.ts";
import { listCalendar } from "./queries/list-calendar.ts";
import { listComments, listMentions } from "./queries/list-comments.ts";
import { listTasks } from "./queries/list-tasks.ts";
import { listMyWork } from "./queries/my-work.ts";
import { listPhases, summarise } from "./queries/progress.ts";

const work: readonly Implementation[] = [
  implement(tasks.listTasks, (call, { query }) => listTasks(call, query)),
  implement(tasks.getTask, async (call, { params }) => {
    const reached = await reachTask(call, params.taskId);
    return reached.ok ? ok(await presentTask(call, reached.value)) : reached;
  }),
  implement(tasks.createTask, (call, { body }) => createTask(call, body)),
  implement(tasks.updateTask, async (call, { params, body }) => {
    const { expectedVersion, despiteBlockers, ...change } = body;
    const updated = await updateTask(call, params.taskId, change, { expectedVersion, despiteBlockers });
    if (!updated.ok) return updated;
    const reached = await reachTask(call, params.taskId);
    return reached.ok
      ? ok({
          task: await presentTask(call, reached.value),
          pushed: [...updated.value.pushed],
          changeId: updated.value.changeId,
        })
      : reached;
  }),
  implement(tasks.updateTasks, (call, { body }) =>
    updateTasks(call, body.taskIds, body.change, { despiteBlockers: body.despiteBlockers }),
  ),
  implement(tasks.moveTask, async (call, { params, body }) => {
    const moved = await moveTask(call, params.taskId, body);
    if (!moved.ok) return moved;
    const [task] = await presentRows(call, [moved.value.task]);
    if (!task) throw new Error("a task row presents itself as one row");
    return ok({ task, pushed: [...moved.value.pushed] });
  }),
  implement(tasks.deleteTask, (call, { params }) => deleteTasks(call, [params.taskId])),
  implement(tasks.deleteTasks, (call, { body }) => deleteTasks(call, body.taskIds)),
  implement(tasks.restoreTasks, (call, { body }) => restoreTasks(call, body.taskIds)),
  implement(tasks.listPhases, (call, { params }) => listPhases(call, params.projectId)),
  implement(tasks.getTaskSummary, (call, { params }) => summarise(call, params.projectId)),
  implement(tasks.listMyWork, async (call) => ok(await listMyWork(call))),
];

const planning: readonly Implementation[] = [
  implement(tasks.getPlan, (call, { params }) => getPlan(call, params.projectId)),
  implement(tasks.previewPlan, (call, { params, body }) => previewPlan(call, params.projectId, body.edits)),
  implement(tasks.applyPlan, (call, { params, body }) => applyPlan(call, params.projectId, body.edits, body.basis)),
  implement(tasks.undoPlan, (call, { params, body }) => undoPlan(call, params.projectId, body.changeId)),
  implement(tasks.addLink, (call, { body }) => addLink(call, body)),
  implement(tasks.removeLink, (call, { params }) => removeLink(call, params.linkId)),
  implement(tasks.listCalendar, (call, { query }) => listCalendar(call, query)),
];

const conversation: readonly Implementation[] = [
  implement(tasks.listComments, (call, { params }) => listComments(call, params.taskId)),
  implement(tasks.addComment, (call, { params, body }) => addComment(call, params.taskId, body)),
  implement(tasks.updateComment, (call, { params, body }) => updateComment(call, params.commentId, body)),
  implement(tasks.deleteComment, (call, { params }) => deleteComment(call, params.commentId)),
  implement(tasks.resolveComment, (call, { params, body }) => resolveComment(call, params.commentId, body.resolved)),
  implement(tasks.reactToComment, (call, { params, body }) => reactToComment(call, params.commentId, body)),
  implement(tasks.listMentions, (call, { query }) => listMentions(call, query)),
  implement(tasks.listAttachments, (call, { params }) => listAttachments(call, params.taskId)),
  implement(tasks.addAttachment, (call, { params, body }) => addAttachment(call, params.taskId, body.fileId)),
  implement(tasks.removeAttachment, (call, { params }) => removeAttachment(call, params.taskId, params.fileId)),
  implement(tasks.listActivity, (call, { params, query }) => listActivity(call, params.taskId, query)),
];

const views: readonly Implementation[] = [
  implement(tasks.listViews, (call, { query }) => listViews(call, query.projectId)),
  implement(tasks.createView, (call, { body }) => createView(call, body)),
  implement(tasks.updateView, (call, { params, body }) => updateView(call, params.viewId, body)),
  implement(tasks.deleteView, (call, { params }) => deleteView(call, params.viewId)),
];

export const operations: readonly Implementation[] = [...work, ...planning, ...conversation, ...views];
