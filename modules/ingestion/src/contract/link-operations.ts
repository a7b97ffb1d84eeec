import {
  defineOperation,
  expectedVersionSchema,
  idSchema,
  lineSchema,
  pageOf,
  pageQuerySchema,
  requestProblems,
} from "@yutu/contract";
import { z } from "zod";
import { ingestionProblems as problems } from "../domain/problems.ts";
import { dictionarySchema, linkSchema, utmValueSchema } from "./schemas.ts";

const { notFound, staleVersion } = requestProblems;
const params = z.object({ linkId: idSchema("lnk") });
const target = z.string().trim().min(1).max(2_000);

export const listLinks = defineOperation({
  id: "ingestion.listLinks",
  method: "GET",
  path: "/links",
  summary: "Tracked links, newest first, with their clicks.",
  access: "data.view",
  query: pageQuerySchema.extend({
    projectId: idSchema("prj").optional(),
    channel: z.string().max(30).optional(),
    text: z.string().trim().max(100).optional(),
  }),
  output: pageOf(linkSchema),
});

export const createLink = defineOperation({
  id: "ingestion.createLink",
  method: "POST",
  path: "/links",
  summary: "Make a tracked short link for a project and channel; its parameters follow the naming rules.",
  access: "links.edit",
  body: z.object({
    name: lineSchema(120),
    targetUrl: target,
    projectId: idSchema("prj"),
    channel: z.string().min(1).max(30),
    source: utmValueSchema,
    medium: utmValueSchema,
    content: utmValueSchema.default(""),
    term: utmValueSchema.default(""),
    assetVersionId: idSchema("asv").nullable().default(null),
    taskId: idSchema("tsk").nullable().default(null),
  }),
  output: linkSchema,
  problems: [notFound, problems.linkNaming, problems.linkTarget, problems.unknownChannel],
});

export const updateLink = defineOperation({
  id: "ingestion.updateLink",
  method: "PATCH",
  path: "/links/:linkId",
  summary: "Rename a link, send it elsewhere, or switch it off. Its code and parameters stay.",
  access: "links.edit",
  params,
  body: z.object({
    name: lineSchema(120).optional(),
    targetUrl: target.optional(),
    disabled: z.boolean().optional(),
    expectedVersion: expectedVersionSchema,
  }),
  output: linkSchema,
  problems: [notFound, staleVersion, problems.linkTarget],
});

export const getLink = defineOperation({
  id: "ingestion.getLink",
  method: "GET",
  path: "/links/:linkId",
  summary: "A tracked link with its clicks day by day over the last 30 days.",
  access: "data.view",
  params,
  output: linkSchema.extend({ days: z.array(z.object({ on: z.string(), clicks: z.int(), visitors: z.int() })) }),
  problems: [notFound],
});

export const downloadLinkCode = defineOperation({
  id: "ingestion.downloadLinkCode",
  method: "GET",
  path: "/links/:linkId/qr",
  summary: "The QR code of a tracked link as SVG or PNG.",
  access: "data.view",
  params,
  query: z.object({ format: z.enum(["svg", "png"]).default("svg") }),
  outputKind: "file",
  output: z.unknown(),
  problems: [notFound],
});

export const getUtmDictionary = defineOperation({
  id: "ingestion.getUtmDictionary",
  method: "GET",
  path: "/utm-dictionary",
  summary: "The values links may use as source and medium.",
  access: "data.view",
  output: dictionarySchema,
});

export const updateUtmDictionary = defineOperation({
  id: "ingestion.updateUtmDictionary",
  method: "PUT",
  path: "/utm-dictionary",
  summary: "Agree on the values links may use.",
  access: "data.manage",
  body: dictionarySchema,
  output: dictionarySchema,
  problems: [problems.linkNaming],
});
