import { type Call, checkVersion, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { findVisibleProject } from "@yutu/projects/server";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { createAsset as createOperation, updateAsset as updateOperation } from "../../contract/operations.ts";
import { assetChanged, assetCreated, versionAdded } from "../../domain/events.ts";
import { assetProblems } from "../../domain/problems.ts";
import { attachFile, findReadableFile } from "../attachments.ts";
import { type AssetRow, findSameBytes, findVisibleAsset, versionsOf } from "../repository.ts";
import { assets, assetTasks, assetVersions } from "../tables.ts";

const ENTITY = "asset";

const unknownFile = () =>
  err(
    problem(assetProblems.unknownFile, "Upload the file first.", {
      errors: [{ pointer: "/body/fileId", code: "unknown", message: "unknown" }],
    }),
  );

const about = (asset: { id: string; projectId: string | null }) => ({
  entity: ENTITY,
  id: asset.id,
  ...(asset.projectId ? { projectId: asset.projectId } : {}),
});

async function checkProject({ tx, actor }: Call, projectId: string | null): Promise<Result<null, Problem>> {
  return projectId === null || (await findVisibleProject(tx, actor, projectId)) ? ok(null) : notFound("project");
}

async function setTaskLinks({ tx }: Call, assetId: string, taskIds: readonly string[]): Promise<void> {
  const rows = [...new Set(taskIds)].map((taskId) => ({ id: tx.ids.next("att"), assetId, taskId }));
  if (rows.length > 0) await tx.db.insert(assetTasks).values(rows).onConflictDoNothing();
}

export async function createAsset(
  call: Call,
  body: z.output<typeof createOperation.body>,
): Promise<Result<AssetRow, Problem>> {
  const { tx, actor } = call;
  const project = await checkProject(call, body.projectId);
  if (!project.ok) return project;
  const file = await findReadableFile(tx, actor, body.fileId);
  if (!file) return unknownFile();
  const [same] = body.allowDuplicate ? [] : await findSameBytes(tx, actor, file.sha256);
  if (same) {
    return err(
      problem(
        assetProblems.sameBytes,
        `"${same.name}" holds the same file. Use it, or say that a second one is meant.`,
        { params: { assetId: same.id, name: same.name } },
      ),
    );
  }
  const [id, versionId] = [tx.ids.next("ast"), tx.ids.next("asv")];
  const { name, description, projectId, channels, tags } = body;
  const [row] = await tx.db
    .insert(assets)
    .values({
      id,
      name,
      description,
      projectId,
      channels,
      tags,
      kind: file.kind,
      ownerId: actor.memberId,
      currentVersionId: versionId,
    })
    .returning();
  if (!row) return notFound("asset");
  await tx.db
    .insert(assetVersions)
    .values({ id: versionId, assetId: id, number: 1, fileId: file.id, note: body.note, createdBy: actor.memberId });
  await attachFile(tx, file.id, { entity: ENTITY, id, projectId, permission: "assets.view" });
  await setTaskLinks(call, id, body.taskIds);
  await tx.emit(assetCreated, { assetId: id, versionId, ownerId: actor.memberId }, about(row));
  return ok(row);
}

export async function addVersion(
  call: Call,
  assetId: string,
  body: { readonly fileId: string; readonly note: string },
): Promise<Result<AssetRow, Problem>> {
  const { tx, actor } = call;
  const asset = await findVisibleAsset(tx, actor, assetId);
  if (!asset) return notFound("asset");
  const file = await findReadableFile(tx, actor, body.fileId);
  if (!file) return unknownFile();
  // The asset's row lock gives each version its number.
  await tx.db.select({ id: assets.id }).from(assets).where(eq(assets.id, assetId)).for("update");
  const versions = await versionsOf(tx, [assetId]);
  const current = versions.find((v) => v.version.id === asset.currentVersionId);
  if (current?.file.sha256 === file.sha256)
    return err(problem(assetProblems.sameAsCurrent, "Nothing has changed since the current version."));
  const id = tx.ids.next("asv");
  const number = Math.max(0, ...versions.map((v) => v.version.number)) + 1;
  await tx.db
    .insert(assetVersions)
    .values({ id, assetId, number, fileId: file.id, note: body.note, createdBy: actor.memberId });
  await attachFile(tx, file.id, { entity: ENTITY, id: assetId, projectId: asset.projectId, permission: "assets.view" });
  const [row] = await tx.db
    .update(assets)
    .set({ currentVersionId: id, kind: file.kind, updatedAt: tx.now, version: sql`${assets.version} + 1` })
    .where(eq(assets.id, assetId))
    .returning();
  await tx.emit(versionAdded, { assetId, versionId: id, number, by: actor.memberId }, about(asset));
  return row ? ok(row) : notFound("asset");
}

export async function updateAsset(
  call: Call,
  assetId: string,
  body: z.output<typeof updateOperation.body>,
): Promise<Result<AssetRow, Problem>> {
  const { tx, actor } = call;
  const asset = await findVisibleAsset(tx, actor, assetId);
  if (!asset) return notFound("asset");
  const { expectedVersion, ...change } = body;
  const current = checkVersion(asset.version, expectedVersion);
  if (!current.ok) return current;
  const project = await checkProject(call, change.projectId ?? null);
  if (!project.ok) return project;
  const fields = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const [row] = await tx.db
    .update(assets)
    .set({ ...fields, updatedAt: tx.now, version: asset.version + 1 })
    .where(eq(assets.id, assetId))
    .returning();
  if (change.projectId !== undefined) {
    await tx.query("UPDATE file_attachments SET project_id = $3 WHERE entity = $1 AND entity_id = $2", [
      ENTITY,
      assetId,
      change.projectId,
    ]);
  }
  await tx.emit(assetChanged, { assetId }, about(asset));
  return row ? ok(row) : notFound("asset");
}

export async function linkTask(
  call: Call,
  assetId: string,
  taskId: string,
  linked: boolean,
): Promise<Result<AssetRow, Problem>> {
  const { tx, actor } = call;
  const asset = await findVisibleAsset(tx, actor, assetId);
  if (!asset) return notFound("asset");
  if (linked) await setTaskLinks(call, assetId, [taskId]);
  else await tx.db.delete(assetTasks).where(and(eq(assetTasks.assetId, assetId), eq(assetTasks.taskId, taskId)));
  await tx.emit(assetChanged, { assetId }, about(asset));
  return ok(asset);
}
