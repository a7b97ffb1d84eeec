import type { TenantTx } from "@yutu/database";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { commentMentions, comments } from "../tables.ts";

export type CommentRow = typeof comments.$inferSelect;

export async function findComment(
  tx: TenantTx,
  commentId: string,
  options: { readonly lock?: boolean } = {},
): Promise<CommentRow | undefined> {
  const query = tx.db
    .select()
    .from(comments)
    .where(and(eq(comments.id, commentId), isNull(comments.deletedAt)));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}

/** The conversation on a task, deleted comments too, oldest first. */
export const commentsOn = (tx: TenantTx, taskId: string, limit: number): Promise<CommentRow[]> =>
  tx.db
    .select()
    .from(comments)
    .where(eq(comments.taskId, taskId))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(limit);

export const saveComment = (
  tx: TenantTx,
  commentId: string,
  change: Partial<typeof comments.$inferInsert>,
): Promise<unknown> =>
  tx.db
    .update(comments)
    .set({ ...change, updatedAt: tx.now, version: sql`${comments.version} + 1` })
    .where(eq(comments.id, commentId));

/** Notes who is mentioned where; a new set replaces the old one. */
export async function saveMentions(tx: TenantTx, commentId: string, memberIds: readonly string[]): Promise<void> {
  await tx.db.delete(commentMentions).where(eq(commentMentions.commentId, commentId));
  if (memberIds.length > 0)
    await tx.db.insert(commentMentions).values(memberIds.map((memberId) => ({ memberId, commentId })));
}

/** Comments per task, deleted ones left out. */
export async function countComments(tx: TenantTx, taskIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (taskIds.length === 0) return new Map();
  const rows = await tx.query<{ task_id: string; n: number }>(
    "SELECT task_id, count(*)::int AS n FROM comments WHERE task_id = ANY($1) AND deleted_at IS NULL GROUP BY task_id",
    [taskIds],
  );
  return new Map(rows.map((row) => [row.task_id, row.n]));
}
