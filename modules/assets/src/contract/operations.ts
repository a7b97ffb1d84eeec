import {
  defineOperation,
  expectedVersionSchema,
  idSchema,
  lineSchema,
  listOf,
  pageOf,
  pageQuerySchema,
  requestProblems,
} from "@yutu/contract";
import { z } from "zod";
import { assetProblems as problems } from "../domain/problems.ts";
import { assetSchema, duplicateSchema, fileKindSchema, fileSchema, versionSchema } from "./schemas.ts";

const params = z.object({ assetId: idSchema("ast") });
const { notFound, staleVersion } = requestProblems;
const tagsSchema = z.array(lineSchema(30)).max(30);
const channelsSchema = z.array(z.string().max(30)).max(20);
const filterSchema = z.object({
  q: z.string().trim().max(100).optional(),
  tag: listOf(z.string().max(30)),
  kind: listOf(fileKindSchema),
  channel: z.string().max(30).optional(),
  projectId: z.string().max(40).optional(),
  taskId: z.string().max(40).optional(),
  status: z.enum(["draft", "ready", "archived"]).optional(),
});

export const uploadFile = defineOperation({
  id: "assets.uploadFile",
  method: "POST",
  path: "/files",
  summary: "Upload a file; the body is its bytes. Gives assets that hold the same bytes.",
  access: "workspace.view",
  query: z.object({ name: z.string().min(1).max(400) }),
  bodyKind: "stream",
  output: fileSchema.extend({ duplicates: z.array(duplicateSchema) }),
  problems: [problems.fileTooLarge, problems.fileEmpty],
});

export const downloadFile = defineOperation({
  id: "assets.downloadFile",
  method: "GET",
  path: "/files/:fileId",
  summary: "The bytes of a file the caller may see.",
  access: "workspace.view",
  params: z.object({ fileId: idSchema("fil") }),
  query: z.object({ inline: z.enum(["true", "false"]).default("false") }),
  outputKind: "file",
  output: z.unknown(),
  problems: [notFound],
});

export const previewFile = defineOperation({
  id: "assets.previewFile",
  method: "GET",
  path: "/files/:fileId/preview",
  summary: "A small WebP picture of an image.",
  access: "workspace.view",
  params: z.object({ fileId: idSchema("fil") }),
  outputKind: "file",
  output: z.unknown(),
  problems: [notFound],
});

export const findDuplicates = defineOperation({
  id: "assets.findDuplicates",
  method: "POST",
  path: "/assets/duplicates",
  summary: "Before work or an upload starts: assets with the same bytes or a similar name, those in progress included.",
  access: "assets.view",
  body: z.object({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    name: z.string().trim().max(200).optional(),
  }),
  output: z.object({ duplicates: z.array(duplicateSchema) }),
});

export const listAssets = defineOperation({
  id: "assets.listAssets",
  method: "GET",
  path: "/assets",
  summary: "The library, newest change first.",
  access: "assets.view",
  query: pageQuerySchema.extend(filterSchema.shape),
  output: pageOf(assetSchema),
});

export const listAssetTags = defineOperation({
  id: "assets.listAssetTags",
  method: "GET",
  path: "/asset-tags",
  summary: "The tags of what a filter finds, the most used first.",
  access: "assets.view",
  query: filterSchema.omit({ tag: true }),
  output: z.object({ tags: z.array(z.object({ tag: z.string(), count: z.int() })) }),
});

export const getAsset = defineOperation({
  id: "assets.getAsset",
  method: "GET",
  path: "/assets/:assetId",
  summary: "One asset with all its versions.",
  access: "assets.view",
  params,
  output: assetSchema.extend({ versions: z.array(versionSchema) }),
  problems: [notFound],
});

export const createAsset = defineOperation({
  id: "assets.createAsset",
  method: "POST",
  path: "/assets",
  summary:
    "Put an uploaded file into the library. The same bytes again are refused unless `allowDuplicate` says it is meant.",
  access: "assets.edit",
  body: z.object({
    fileId: idSchema("fil"),
    name: lineSchema(120),
    description: z.string().trim().max(2000).default(""),
    projectId: z.string().nullable().default(null),
    channels: channelsSchema.default([]),
    tags: tagsSchema.default([]),
    taskIds: z.array(idSchema("tsk")).max(20).default([]),
    note: z.string().trim().max(500).default(""),
    allowDuplicate: z.boolean().default(false),
  }),
  output: assetSchema,
  problems: [problems.unknownFile, problems.sameBytes, notFound],
});

export const addVersion = defineOperation({
  id: "assets.addVersion",
  method: "POST",
  path: "/assets/:assetId/versions",
  summary: "Add a version; it becomes the current one.",
  access: "assets.edit",
  params,
  body: z.object({ fileId: idSchema("fil"), note: z.string().trim().max(500).default("") }),
  output: assetSchema,
  problems: [notFound, problems.unknownFile, problems.sameAsCurrent],
});

export const updateAsset = defineOperation({
  id: "assets.updateAsset",
  method: "PATCH",
  path: "/assets/:assetId",
  summary: "Change name, description, tags, channels, project or status of an asset.",
  access: "assets.edit",
  params,
  body: z.object({
    name: lineSchema(120).optional(),
    description: z.string().trim().max(2000).optional(),
    projectId: z.string().nullable().optional(),
    channels: channelsSchema.optional(),
    tags: tagsSchema.optional(),
    status: z.enum(["draft", "ready", "archived"]).optional(),
    expectedVersion: expectedVersionSchema,
  }),
  output: assetSchema,
  problems: [notFound, staleVersion],
});

export const linkTask = defineOperation({
  id: "assets.linkTask",
  method: "PUT",
  path: "/assets/:assetId/tasks/:taskId",
  summary: "Link an asset to a task, or remove the link.",
  access: "assets.edit",
  params: params.extend({ taskId: idSchema("tsk") }),
  body: z.object({ linked: z.boolean() }),
  output: assetSchema,
  problems: [notFound],
});
