import { defineOperation, idSchema, pageOf, pageQuerySchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { ingestionProblems as problems } from "../domain/problems.ts";
import { quarantineRowSchema } from "./schemas.ts";

const { notFound } = requestProblems;
const params = z.object({ rowId: idSchema("qua") });

export const listQuarantine = defineOperation({
  id: "ingestion.listQuarantine",
  method: "GET",
  path: "/quarantine",
  summary: "Rows and events kept aside, newest first, each with the reason.",
  access: "data.view",
  query: pageQuerySchema.extend({
    state: z.enum(["open", "replayed", "discarded"]).default("open"),
    sourceId: idSchema("src").optional(),
    importId: idSchema("imp").optional(),
    code: z.string().max(40).optional(),
  }),
  output: pageOf(quarantineRowSchema).extend({ codes: z.array(z.object({ code: z.string(), count: z.int() })) }),
});

export const replayRow = defineOperation({
  id: "ingestion.replayRow",
  method: "POST",
  path: "/quarantine/:rowId/replay",
  summary: "Take a row in after correcting its cells (for an event: its JSON text).",
  access: "data.import",
  params,
  body: z.object({ cells: z.array(z.string().max(40_000)).min(1).max(2_000) }),
  output: quarantineRowSchema,
  problems: [notFound, problems.rowResolved, problems.rowStillWrong],
});

export const discardRow = defineOperation({
  id: "ingestion.discardRow",
  method: "POST",
  path: "/quarantine/:rowId/discard",
  summary: "Leave a row out for good; it stays on record.",
  access: "data.import",
  params,
  output: quarantineRowSchema,
  problems: [notFound, problems.rowResolved],
});
