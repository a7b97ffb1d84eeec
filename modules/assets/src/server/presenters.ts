import { type Actor, may } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { listMembersByName } from "@yutu/identity/server";
import type { z } from "zod";
import type { assetSchema, duplicateSchema, fileSchema, versionSchema } from "../contract/schemas.ts";
import type { FileRow } from "./attachments.ts";
import { type AssetRow, taskLinksOf, versionsOf } from "./repository.ts";

type Version = z.infer<typeof versionSchema>;

export const presentFile = (row: FileRow): z.infer<typeof fileSchema> => ({
  id: row.id,
  name: row.name,
  sizeBytes: row.sizeBytes,
  sha256: row.sha256,
  contentType: row.contentType,
  kind: row.kind,
  width: row.width,
  height: row.height,
  hasPreview: row.previewKey !== null,
});

type VersionRow = Awaited<ReturnType<typeof versionsOf>>[number];

const presentVersion = ({ version, file }: VersionRow, names: ReadonlyMap<string, string>): Version => ({
  id: version.id,
  number: version.number,
  note: version.note,
  createdAt: version.createdAt.toISOString(),
  createdBy: version.createdBy,
  createdByName: names.get(version.createdBy) ?? "",
  file: presentFile(file),
});

/** Assets with their current version; `versions` has all of them, newest first. */
export async function presentAssets(
  tx: TenantTx,
  actor: Actor,
  rows: readonly AssetRow[],
): Promise<(z.infer<typeof assetSchema> & { versions: Version[] })[]> {
  const ids = rows.map((row) => row.id);
  const [versions, links, names] = [await versionsOf(tx, ids), await taskLinksOf(tx, ids), await listMembersByName(tx)];
  return rows.map((row) => {
    const own = versions.filter((v) => v.version.assetId === row.id).map((v) => presentVersion(v, names));
    const current = own.find((v) => v.id === row.currentVersionId);
    if (!current) throw new Error(`asset ${row.id} has no current version`);
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      kind: row.kind,
      projectId: row.projectId,
      channels: row.channels,
      tags: row.tags,
      status: row.status,
      ownerId: row.ownerId,
      ownerName: names.get(row.ownerId) ?? "",
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      version: row.version,
      current,
      versionCount: own.length,
      versions: own,
      taskIds: links.filter((l) => l.assetId === row.id).map((l) => l.taskId),
      abilities: { edit: may(actor, "assets.edit") },
    };
  });
}

export async function presentDuplicates(
  tx: TenantTx,
  rows: readonly { asset: AssetRow; reason: "same-bytes" | "similar-name" }[],
): Promise<z.infer<typeof duplicateSchema>[]> {
  const names = await listMembersByName(tx);
  return rows.map(({ asset, reason }) => ({
    assetId: asset.id,
    name: asset.name,
    status: asset.status,
    ownerName: names.get(asset.ownerId) ?? "",
    projectId: asset.projectId,
    reason,
  }));
}
