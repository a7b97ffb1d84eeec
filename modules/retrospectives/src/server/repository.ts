import type { TenantTx } from "@yutu/database";
import { and, asc, eq } from "drizzle-orm";
import { lessons, retrospectiveBlocks, retrospectives } from "./tables.ts";

export type RetrospectiveRow = typeof retrospectives.$inferSelect;
export type BlockRow = typeof retrospectiveBlocks.$inferSelect;
export type LessonRow = typeof lessons.$inferSelect;

interface Options {
  readonly lock?: boolean;
}

export async function findRetrospective(
  tx: TenantTx,
  projectId: string,
  options: Options = {},
): Promise<RetrospectiveRow | undefined> {
  const query = tx.db.select().from(retrospectives).where(eq(retrospectives.projectId, projectId));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}

export const blocksOf = (tx: TenantTx, projectId: string): Promise<BlockRow[]> =>
  tx.db.select().from(retrospectiveBlocks).where(eq(retrospectiveBlocks.projectId, projectId));

export async function findBlock(tx: TenantTx, projectId: string, key: string): Promise<BlockRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(retrospectiveBlocks)
    .where(and(eq(retrospectiveBlocks.projectId, projectId), eq(retrospectiveBlocks.key, key)))
    .for("update");
  return row;
}

export const lessonsOf = (tx: TenantTx, projectId: string): Promise<LessonRow[]> =>
  tx.db.select().from(lessons).where(eq(lessons.projectId, projectId)).orderBy(asc(lessons.createdAt), asc(lessons.id));

export async function findLesson(
  tx: TenantTx,
  lessonId: string,
  options: Options = {},
): Promise<LessonRow | undefined> {
  const query = tx.db.select().from(lessons).where(eq(lessons.id, lessonId));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}
