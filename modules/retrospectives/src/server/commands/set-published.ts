import type { Call } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import { retrospectivePublished } from "../../domain/index.ts";
import { reachWritten } from "../reach.ts";
import { retrospectives } from "../tables.ts";

/** Publishes, which fixes the text, or takes back. Doing so twice changes nothing. */
export async function setPublished(call: Call, projectId: string, published: boolean): Promise<Result<null, Problem>> {
  const { tx, actor } = call;
  const written = await reachWritten(tx, actor, projectId, { lock: true });
  if (!written.ok) return written;
  const { row } = written.value;
  if ((row.status === "published") === published) return ok(null);
  const now = published
    ? { status: "published" as const, publishedAt: tx.now, publishedBy: actor.memberId }
    : { status: "draft" as const, publishedAt: null, publishedBy: null };
  await tx.db
    .update(retrospectives)
    .set({ ...now, updatedAt: tx.now, version: sql`${retrospectives.version} + 1` })
    .where(eq(retrospectives.id, row.id));
  await tx.emit(
    retrospectivePublished,
    { projectId, published },
    { entity: "retrospective", id: projectId, projectId },
  );
  return ok(null);
}
