import { defineOperation, idSchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { LESSON_DECISIONS } from "../domain/lesson.ts";
import { retrospectiveProblems as problems } from "../domain/problems.ts";
import { blockKeySchema, lessonBodySchema, lessonChangeSchema, retrospectiveSchema } from "./schemas.ts";

const params = z.object({ projectId: idSchema("prj") });
const lessonParams = z.object({ lessonId: idSchema("les") });
const { notFound, staleVersion } = requestProblems;

export const getRetrospective = defineOperation({
  id: "retrospectives.getRetrospective",
  method: "GET",
  path: "/projects/:projectId/retrospective",
  summary: "What a project taught: reviews of its four ledgers with evidence, people's words, lessons.",
  access: "retrospectives.view",
  params,
  output: retrospectiveSchema,
  problems: [notFound],
});

export const regenerate = defineOperation({
  id: "retrospectives.regenerate",
  method: "POST",
  path: "/projects/:projectId/retrospective/regenerate",
  summary: "Compute the retrospective anew, e.g. after late figures came in; what people wrote stays.",
  access: "retrospectives.edit",
  params,
  output: retrospectiveSchema,
  problems: [notFound, problems.notClosed, problems.published],
});

export const updateBlock = defineOperation({
  id: "retrospectives.updateBlock",
  method: "PUT",
  path: "/projects/:projectId/retrospective/text",
  summary: "Write beside a section; empty text takes the words away.",
  access: "retrospectives.edit",
  params,
  body: z.object({
    key: blockKeySchema,
    text: z.string().trim().max(20_000),
    /** Version of the text as the caller saw it; 0 when there was none. */
    expectedVersion: z.int().min(0).optional(),
  }),
  output: retrospectiveSchema,
  problems: [notFound, staleVersion, problems.notClosed, problems.notReady, problems.published],
});

export const setPublished = defineOperation({
  id: "retrospectives.setPublished",
  method: "POST",
  path: "/projects/:projectId/retrospective/publish",
  summary: "Publish the retrospective, which fixes its text, or take it back to edit it.",
  access: "retrospectives.edit",
  params,
  body: z.object({ published: z.boolean() }),
  output: retrospectiveSchema,
  problems: [notFound, problems.notClosed, problems.notReady],
});

export const addLesson = defineOperation({
  id: "retrospectives.addLesson",
  method: "POST",
  path: "/projects/:projectId/lessons",
  summary: "Propose a lesson with its evidence.",
  access: "retrospectives.edit",
  params,
  body: lessonBodySchema,
  output: z.object({ id: z.string() }),
  problems: [notFound, problems.notClosed, problems.notReady],
});

export const updateLesson = defineOperation({
  id: "retrospectives.updateLesson",
  method: "PATCH",
  path: "/lessons/:lessonId",
  summary: "Reword a lesson that is not decided yet.",
  access: "retrospectives.edit",
  params: lessonParams,
  body: lessonChangeSchema,
  output: z.object({}),
  problems: [notFound, staleVersion, problems.lessonDecided],
});

export const decideLesson = defineOperation({
  id: "retrospectives.decideLesson",
  method: "POST",
  path: "/lessons/:lessonId/decide",
  summary: "Accept or reject a proposed lesson.",
  access: "retrospectives.edit",
  params: lessonParams,
  body: z.object({ decision: z.enum(LESSON_DECISIONS) }),
  output: z.object({}),
  problems: [notFound, problems.lessonDecided],
});

const query = z.object({ locale: z.enum(["zh", "en"]).default("zh") });

export const exportMarkdown = defineOperation({
  id: "retrospectives.exportMarkdown",
  method: "GET",
  path: "/projects/:projectId/retrospective/markdown",
  summary: "The retrospective as a Markdown file.",
  access: "retrospectives.view",
  params,
  query,
  output: z.unknown(),
  outputKind: "file",
  problems: [notFound, problems.notClosed, problems.notReady],
});

export const exportWord = defineOperation({
  id: "retrospectives.exportWord",
  method: "GET",
  path: "/projects/:projectId/retrospective/word",
  summary: "The retrospective as a Word document with charts.",
  access: "retrospectives.view",
  params,
  query,
  output: z.unknown(),
  outputKind: "file",
  problems: [notFound, problems.notClosed, problems.notReady],
});
