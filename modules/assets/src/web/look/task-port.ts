import { defineOperation, idSchema, requestProblems } from "@yutu/contract";
import { type PaletteSearch, useModules } from "@yutu/ui";
import { z } from "zod";

/**
 * What the library needs of tasks. The module of tasks builds on this one, so it cannot be imported here: tasks are found
 * through the search that it offers to the palette, and named through the part of its operation that is read below.
 */
export const taskName = defineOperation({
  id: "tasks.getTask",
  method: "GET",
  path: "/tasks/:taskId",
  summary: "One task with everything about it.",
  access: "tasks.view",
  params: z.object({ taskId: idSchema("tsk") }),
  output: z.object({ number: z.int(), title: z.string() }),
  problems: [requestProblems.notFound],
});

/** The search of tasks, when this build has tasks. */
export const useTaskSearch = (): PaletteSearch | undefined =>
  useModules()
    .flatMap((module) => module.searches ?? [])
    .find((search) => search.key === "tasks");
