import { type Call, checkVersion, notFound } from "@yutu/application";
import { listMembersByName } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { mayManage } from "@yutu/projects/server";
import { commentAdded, commentChanged } from "../../domain/events.ts";
import { excerptOf, mentionsIn } from "../../domain/mention.ts";
import { taskProblems } from "../../domain/problems.ts";
import { checkMembers, checkOpen, type Reached, reachTask } from "../access.ts";
import { type CommentRow, findComment, saveComment, saveMentions } from "../repository/comments.ts";
import { comments } from "../tables.ts";

type Done = Result<Record<string, never>, Problem>;

const aboutTask = ({ task }: Reached) => ({ entity: "task", id: task.id, projectId: task.projectId });

async function reachOpen(call: Call, taskId: string): Promise<Result<Reached, Problem>> {
  const reached = await reachTask(call, taskId);
  if (!reached.ok) return reached;
  const open = checkOpen(reached.value.project);
  return open.ok ? reached : open;
}

/** The comment a reply hangs under; replies to replies join the same thread. */
async function threadOf(
  { tx }: Call,
  taskId: string,
  parentId: string | null,
): Promise<Result<string | null, Problem>> {
  if (parentId === null) return ok(null);
  const parent = await findComment(tx, parentId);
  if (!parent || parent.taskId !== taskId)
    return err(problem(taskProblems.unknownComment, "The comment to answer is not on this task."));
  return ok(parent.parentId ?? parent.id);
}

export async function addComment(
  call: Call,
  taskId: string,
  { body, parentId }: { readonly body: string; readonly parentId: string | null },
): Promise<Result<{ id: string }, Problem>> {
  const { tx, actor } = call;
  const reached = await reachOpen(call, taskId);
  if (!reached.ok) return reached;
  const { task } = reached.value;
  const mentionIds = mentionsIn(body);
  const people = await checkMembers(call, mentionIds, "/body/mentions");
  if (!people.ok) return people;
  const thread = await threadOf(call, taskId, parentId);
  if (!thread.ok) return thread;
  const id = tx.ids.next("cmt");
  const row = { id, taskId, projectId: task.projectId, parentId: thread.value, body, mentionIds };
  await tx.db.insert(comments).values({ ...row, authorId: actor.memberId, createdAt: tx.now, updatedAt: tx.now });
  await saveMentions(tx, id, mentionIds);
  const names = await listMembersByName(tx);
  const followers = new Set([...task.watcherIds, ...task.assigneeIds, task.accountableId ?? "", task.createdBy ?? ""]);
  await tx.emit(
    commentAdded,
    {
      taskId,
      projectId: task.projectId,
      commentId: id,
      title: task.title,
      excerpt: excerptOf(body, (memberId) => names.get(memberId) ?? ""),
      mentionIds: mentionIds.filter((memberId) => memberId !== actor.memberId),
      followerIds: [...followers].filter((f) => f !== "" && f !== actor.memberId && !mentionIds.includes(f)),
    },
    aboutTask(reached.value),
  );
  return ok({ id });
}

/** The comment and its task, both open to the caller; the comment is locked. */
async function holdComment(call: Call, commentId: string): Promise<Result<Reached & { comment: CommentRow }, Problem>> {
  const comment = await findComment(call.tx, commentId, { lock: true });
  if (!comment) return notFound("comment");
  const reached = await reachTask(call, comment.taskId);
  if (!reached.ok) return notFound("comment");
  const open = checkOpen(reached.value.project);
  return open.ok ? ok({ ...reached.value, comment }) : open;
}

const tell = ({ tx }: Call, held: Reached & { comment: CommentRow }): Promise<void> =>
  tx.emit(
    commentChanged,
    { taskId: held.task.id, projectId: held.task.projectId, commentId: held.comment.id },
    aboutTask(held),
  );

const notAuthor = () => err(problem(taskProblems.notAuthor, "Ask who wrote it."));

export async function updateComment(
  call: Call,
  commentId: string,
  { body, expectedVersion }: { readonly body: string; readonly expectedVersion?: number | undefined },
): Promise<Done> {
  const held = await holdComment(call, commentId);
  if (!held.ok) return held;
  const { comment } = held.value;
  if (comment.authorId !== call.actor.memberId) return notAuthor();
  const current = checkVersion(comment.version, expectedVersion);
  if (!current.ok) return current;
  const mentionIds = mentionsIn(body);
  const people = await checkMembers(call, mentionIds, "/body/mentions");
  if (!people.ok) return people;
  await saveComment(call.tx, commentId, { body, mentionIds, editedAt: call.tx.now });
  await saveMentions(call.tx, commentId, mentionIds);
  await tell(call, held.value);
  return ok({});
}

export async function deleteComment(call: Call, commentId: string): Promise<Done> {
  const held = await holdComment(call, commentId);
  if (!held.ok) return held;
  const { comment, project } = held.value;
  if (comment.authorId !== call.actor.memberId && !mayManage(call.actor, project)) return notAuthor();
  await saveComment(call.tx, commentId, { deletedAt: call.tx.now });
  await saveMentions(call.tx, commentId, []);
  await tell(call, held.value);
  return ok({});
}

/** Settles the whole thread that a comment belongs to. */
export async function resolveComment(call: Call, commentId: string, resolved: boolean): Promise<Done> {
  const held = await holdComment(call, commentId);
  if (!held.ok) return held;
  const { tx, actor } = call;
  const thread = held.value.comment.parentId ?? commentId;
  await tx.query(
    "UPDATE comments SET resolved_at = $2, resolved_by = $3, updated_at = $4, version = version + 1 WHERE id = $1 OR parent_id = $1",
    [thread, resolved ? tx.now : null, resolved ? actor.memberId : null, tx.now],
  );
  await tell(call, held.value);
  return ok({});
}

export async function reactToComment(
  call: Call,
  commentId: string,
  { emoji, on }: { readonly emoji: string; readonly on: boolean },
): Promise<Done> {
  const held = await holdComment(call, commentId);
  if (!held.ok) return held;
  const { reactions } = held.value.comment;
  const others = (reactions[emoji] ?? []).filter((id) => id !== call.actor.memberId);
  const next = { ...reactions, [emoji]: on ? [...others, call.actor.memberId] : others };
  await saveComment(call.tx, commentId, { reactions: next });
  await tell(call, held.value);
  return ok({});
}
