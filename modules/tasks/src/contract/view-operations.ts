import { defineOperation, expectedVersionSchema, idSchema, lineSchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { taskProblems as problems } from "../domain/problems.ts";
import { savedViewSchema } from "./schemas.ts";

const params = z.object({ viewId: idSchema("viw") });
const { notFound, staleVersion } = requestProblems;
const viewBody = z.object({
  name: lineSchema(40),
  shared: z.boolean().default(false),
  /** The page, e.g. `list` or `board`. */
  view: z.string().regex(/^[a-z-]{1,30}$/),
  search: z.record(z.string().max(40), z.unknown()).refine((search) => JSON.stringify(search).length <= 4000, {
    message: "at most 4000 characters",
  }),
});

export const listViews = defineOperation({
  id: "tasks.listViews",
  method: "GET",
  path: "/task-views",
  summary: "Saved filters: the caller's own and those shared, of one project or of the workspace.",
  access: "tasks.view",
  query: z.object({ projectId: idSchema("prj").optional() }),
  output: z.object({ views: z.array(savedViewSchema) }),
  problems: [notFound],
});

export const createView = defineOperation({
  id: "tasks.createView",
  method: "POST",
  path: "/task-views",
  summary: "Keep the filters and order of a page under a name.",
  access: "tasks.view",
  body: viewBody.extend({ projectId: idSchema("prj").nullable().default(null) }),
  output: z.object({ id: z.string() }),
  problems: [notFound],
});

export const updateView = defineOperation({
  id: "tasks.updateView",
  method: "PATCH",
  path: "/task-views/:viewId",
  summary: "Change one's own saved view.",
  access: "tasks.view",
  params,
  body: viewBody.partial().extend({ expectedVersion: expectedVersionSchema }),
  output: z.object({}),
  problems: [notFound, staleVersion, problems.notAuthor],
});

export const deleteView = defineOperation({
  id: "tasks.deleteView",
  method: "DELETE",
  path: "/task-views/:viewId",
  summary: "Remove one's own saved view.",
  access: "tasks.view",
  params,
  output: z.object({}),
  problems: [notFound, problems.notAuthor],
});
