import { defineOperation, expectedVersionSchema, idSchema, lineSchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { ingestionProblems as problems } from "../domain/problems.ts";
import { sourceSchema } from "./schemas.ts";

const params = z.object({ sourceId: idSchema("src") });
const channelSchema = z.string().min(1).max(30);
const { forbidden, notFound, staleVersion } = requestProblems;

export const listSources = defineOperation({
  id: "ingestion.listSources",
  method: "GET",
  path: "/sources",
  summary: "Where data comes from, with what waits in quarantine.",
  access: "data.view",
  output: z.object({ sources: z.array(sourceSchema) }),
});

export const createSource = defineOperation({
  id: "ingestion.createSource",
  method: "POST",
  path: "/sources",
  summary: "Add a source: files that are imported, or events sent with a write key (needs data.manage).",
  access: "data.import",
  body: z.object({ name: lineSchema(80), kind: z.enum(["file", "events"]), channel: channelSchema }),
  output: sourceSchema,
  problems: [problems.unknownChannel, problems.sourceNameTaken, forbidden],
});

export const updateSource = defineOperation({
  id: "ingestion.updateSource",
  method: "PATCH",
  path: "/sources/:sourceId",
  summary: "Rename a source, change its channel, or switch it off.",
  access: "data.manage",
  params,
  body: z.object({
    name: lineSchema(80).optional(),
    channel: channelSchema.optional(),
    disabled: z.boolean().optional(),
    expectedVersion: expectedVersionSchema,
  }),
  output: sourceSchema,
  problems: [notFound, staleVersion, problems.sourceNameTaken, problems.unknownChannel],
});

export const renewWriteKey = defineOperation({
  id: "ingestion.renewWriteKey",
  method: "POST",
  path: "/sources/:sourceId/write-key",
  summary: "Give an event source a new write key; the former one stops working.",
  access: "data.manage",
  params,
  output: sourceSchema,
  problems: [notFound, problems.sourceKind],
});
