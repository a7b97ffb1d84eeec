import { defineOperation, idSchema, requestProblems } from "@yutu/contract";
import { z } from "zod";

const params = z.object({ projectId: idSchema("prj") });
const view = params.extend({ viewId: idSchema("view") });
const { notFound } = requestProblems;

export const listPresence = defineOperation({
  id: "projects.listPresence",
  method: "GET",
  path: "/projects/:projectId/presence",
  summary: "Who else has the project, or a task of it, on a screen right now.",
  access: "projects.view",
  params,
  output: z.object({
    people: z.array(
      z.object({
        memberId: z.string(),
        memberName: z.string(),
        /** The task whose details are open; null for the project itself. */
        taskId: z.string().nullable(),
        typing: z.boolean(),
        since: z.string(),
      }),
    ),
  }),
  problems: [notFound],
});

export const announcePresence = defineOperation({
  id: "projects.announcePresence",
  method: "PUT",
  path: "/projects/:projectId/presence/:viewId",
  summary: "Say that a view of the project is open, every 15 seconds; after 40 seconds of silence it counts as closed.",
  access: "projects.view",
  params: view,
  body: z.object({ taskId: idSchema("tsk").nullable().default(null), typing: z.boolean().default(false) }),
  output: z.object({}),
  problems: [notFound],
});

export const endPresence = defineOperation({
  id: "projects.endPresence",
  method: "DELETE",
  path: "/projects/:projectId/presence/:viewId",
  summary: "Say that a view of the project was closed.",
  access: "projects.view",
  params: view,
  output: z.object({}),
  problems: [notFound],
});
