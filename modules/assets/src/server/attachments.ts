import type { Actor } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { isVisibleProject } from "@yutu/projects/server";
import { and, eq, inArray } from "drizzle-orm";
import { fileAttachments, files } from "./tables.ts";

export type FileRow = typeof files.$inferSelect;

/** Facts of an uploaded file, for modules that keep its id. */
export async function findFile(tx: TenantTx, fileId: string): Promise<FileRow | undefined> {
  const [row] = await tx.db.select().from(files).where(eq(files.id, fileId));
  return row;
}

/** What a file is attached to. `permission` is what somebody needs to fetch it there. */
export interface AttachmentTarget {
  readonly entity: string;
  readonly id: string;
  readonly projectId: string | null;
  readonly permission: string;
}

/** Attaches an uploaded file; repeating it changes nothing. A file may be attached only by who uploaded it or can see it. */
export async function attachFile(tx: TenantTx, fileId: string, target: AttachmentTarget): Promise<void> {
  await tx.db
    .insert(fileAttachments)
    .values({
      id: tx.ids.next("fat"),
      fileId,
      entity: target.entity,
      entityId: target.id,
      projectId: target.projectId,
      permission: target.permission,
    })
    .onConflictDoNothing();
}

export const detachFile = (tx: TenantTx, fileId: string, entity: string, entityId: string): Promise<unknown> =>
  tx.db
    .delete(fileAttachments)
    .where(
      and(
        eq(fileAttachments.fileId, fileId),
        eq(fileAttachments.entity, entity),
        eq(fileAttachments.entityId, entityId),
      ),
    );

/** The files of several things of one kind, in order of attaching. */
export async function filesOf(
  tx: TenantTx,
  entity: string,
  entityIds: readonly string[],
): Promise<{ entityId: string; file: FileRow }[]> {
  if (entityIds.length === 0) return [];
  return tx.db
    .select({ entityId: fileAttachments.entityId, file: files })
    .from(fileAttachments)
    .innerJoin(files, eq(files.id, fileAttachments.fileId))
    .where(and(eq(fileAttachments.entity, entity), inArray(fileAttachments.entityId, [...entityIds])))
    .orderBy(fileAttachments.createdAt, fileAttachments.id);
}

/** How many files hang on each of several things of one kind; those without any are left out. */
export async function countFilesOf(
  tx: TenantTx,
  entity: string,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (entityIds.length === 0) return new Map();
  const rows = await tx.query<{ entity_id: string; n: number }>(
    "SELECT entity_id, count(*)::int AS n FROM file_attachments WHERE entity = $1 AND entity_id = ANY($2) GROUP BY entity_id",
    [entity, entityIds],
  );
  return new Map(rows.map((row) => [row.entity_id, row.n]));
}

/** The file if the actor may fetch it: they uploaded it, or it hangs on something they may see. */
export async function findReadableFile(tx: TenantTx, actor: Actor, fileId: string): Promise<FileRow | undefined> {
  const file = await findFile(tx, fileId);
  if (!file || file.uploadedBy === actor.memberId) return file;
  const uses = await tx.db.select().from(fileAttachments).where(eq(fileAttachments.fileId, fileId));
  const allowed = uses.filter((use) => actor.permissions.has(use.permission));
  if (allowed.some((use) => use.projectId === null)) return file;
  for (const projectId of new Set(allowed.flatMap((use) => use.projectId ?? []))) {
    if (await isVisibleProject(tx, actor, projectId)) return file;
  }
  return undefined;
}
