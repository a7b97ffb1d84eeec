import { type Call, may } from "@yutu/application";
import { listMembersByName } from "@yutu/identity/server";
import { decodeCursor, ok, type Problem, type Result, toPage } from "@yutu/kernel";
import { isOpen } from "@yutu/projects/domain";
import { inVisibleProject, mayManage } from "@yutu/projects/server";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { commentSchema } from "../../contract/schemas.ts";
import { excerptOf } from "../../domain/mention.ts";
import { type Reached, reachTask } from "../access.ts";
import { type Names, personOf } from "../presenters.ts";
import { type CommentRow, commentsOn } from "../repository/comments.ts";

type PresentedComment = z.infer<typeof commentSchema>;

const MOST = 1000;

function present(call: Call, { project }: Reached, row: CommentRow, names: Names): PresentedComment {
  const { memberId } = call.actor;
  const deleted = row.deletedAt !== null;
  const writable = may(call.actor, "comments.write") && isOpen(project.status) && !deleted;
  const own = row.authorId === memberId;
  return {
    id: row.id,
    taskId: row.taskId,
    parentId: row.parentId,
    body: deleted ? "" : row.body,
    mentions: deleted ? [] : row.mentionIds.map((id) => personOf(names, id)),
    author: personOf(names, row.authorId),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy ? personOf(names, row.resolvedBy) : null,
    reactions: Object.entries(row.reactions)
      .filter(([, ids]) => ids.length > 0 && !deleted)
      .map(([emoji, ids]) => ({ emoji, people: ids.map((id) => personOf(names, id)), mine: ids.includes(memberId) })),
    version: row.version,
    abilities: { edit: writable && own, remove: writable && (own || mayManage(call.actor, project)) },
  };
}

/** The conversation; a deleted comment stays as a gap only where others answered it. */
export async function listComments(
  call: Call,
  taskId: string,
): Promise<Result<{ comments: PresentedComment[]; truncated: boolean }, Problem>> {
  const reached = await reachTask(call, taskId);
  if (!reached.ok) return reached;
  const rows = await commentsOn(call.tx, taskId, MOST + 1);
  const answered = new Set(rows.filter((row) => row.deletedAt === null).map((row) => row.parentId));
  const names = await listMembersByName(call.tx);
  const shown = rows.slice(0, MOST).filter((row) => row.deletedAt === null || answered.has(row.id));
  return ok({
    comments: shown.map((row) => present(call, reached.value, row, names)),
    truncated: rows.length > MOST,
  });
}

interface MentionRow {
  readonly id: string;
  readonly task_id: string;
  readonly number: number;
  readonly title: string;
  readonly project_id: string;
  readonly author_id: string;
  readonly body: string;
  readonly created_at: string;
}

const instant = (written: string): string => new Date(written).toISOString();

/** Where somebody was asked for and the matter is still open. */
export async function listMentions(call: Call, page: { readonly limit: number; readonly cursor?: string | undefined }) {
  const { tx, actor } = call;
  const cursor = page.cursor ? decodeCursor(page.cursor, 2) : undefined;
  const after = cursor?.ok
    ? sql`(c.created_at, c.id) < (${cursor.value[0]}::timestamptz, ${cursor.value[1]})`
    : sql`true`;
  const { rows } = await tx.db.execute<MentionRow & Record<string, unknown>>(
    sql`SELECT c.id, c.task_id, t.number, t.title, c.project_id, c.author_id, c.body, c.created_at
     FROM comment_mentions m
     JOIN comments c ON c.id = m.comment_id AND c.deleted_at IS NULL AND c.resolved_at IS NULL
     JOIN tasks t ON t.id = c.task_id AND t.deleted_at IS NULL
     WHERE m.member_id = ${actor.memberId} AND c.author_id <> ${actor.memberId}
       AND ${inVisibleProject(sql`c.project_id`, actor)} AND ${after}
     ORDER BY c.created_at DESC, c.id DESC LIMIT ${page.limit + 1}`,
  );
  const names = await listMembersByName(tx);
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [instant(row.created_at), row.id]);
  return ok({
    items: items.map((row) => ({
      commentId: row.id,
      taskId: row.task_id,
      number: row.number,
      title: row.title,
      projectId: row.project_id,
      author: personOf(names, row.author_id),
      excerpt: excerptOf(row.body, (memberId) => names.get(memberId) ?? ""),
      createdAt: instant(row.created_at),
    })),
    nextCursor,
  });
}
