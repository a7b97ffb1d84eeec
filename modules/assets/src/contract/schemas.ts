import { idSchema } from "@yutu/contract";
import { z } from "zod";
import { FILE_KINDS } from "../domain/file-kind.ts";

export const fileKindSchema = z.enum(FILE_KINDS);

/** Assets that hold the same bytes already, so that nobody makes or uploads a thing twice. */
export const duplicateSchema = z.object({
  assetId: z.string(),
  name: z.string(),
  status: z.enum(["draft", "ready", "archived"]),
  ownerName: z.string(),
  projectId: z.string().nullable(),
  reason: z.enum(["same-bytes", "similar-name"]),
});

export const fileSchema = z.object({
  id: idSchema("fil"),
  name: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  contentType: z.string(),
  kind: fileKindSchema,
  width: z.int().nullable(),
  height: z.int().nullable(),
  hasPreview: z.boolean(),
});

export const versionSchema = z.object({
  id: idSchema("asv"),
  number: z.int(),
  note: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  createdByName: z.string(),
  file: fileSchema,
});

export const assetSchema = z.object({
  id: idSchema("ast"),
  name: z.string(),
  description: z.string(),
  kind: fileKindSchema,
  projectId: z.string().nullable(),
  channels: z.array(z.string()),
  tags: z.array(z.string()),
  status: z.enum(["draft", "ready", "archived"]),
  ownerId: z.string(),
  ownerName: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.int(),
  current: versionSchema,
  versionCount: z.int(),
  taskIds: z.array(z.string()),
  abilities: z.object({ edit: z.boolean() }),
});
