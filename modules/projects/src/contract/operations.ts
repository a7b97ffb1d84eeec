import { approvalProblems } from "@yutu/approvals/domain";
import {
  defineOperation,
  expectedVersionSchema,
  flagSchema,
  idSchema,
  lineSchema,
  listOf,
  pageOf,
  pageQuerySchema,
  requestProblems,
} from "@yutu/contract";
import { z } from "zod";
import { projectProblems as problems } from "../domain/problems.ts";
import { templateSchema } from "../domain/template.ts";
import {
  newProjectSchema,
  planPreviewSchema,
  planVariablesSchema,
  projectMoveSchema,
  projectSchema,
  projectStatusSchema,
  projectSummarySchema,
} from "./schemas.ts";

const params = z.object({ projectId: idSchema("prj") });
const { notFound, staleVersion } = requestProblems;

export const listProjects = defineOperation({
  id: "projects.listProjects",
  method: "GET",
  path: "/projects",
  summary: "Projects the caller may see, the nearest anchor date first.",
  access: "projects.view",
  query: pageQuerySchema.extend({
    q: z.string().trim().max(100).optional(),
    status: listOf(projectStatusSchema),
    typeKey: z.string().max(40).optional(),
    channel: z.string().max(30).optional(),
    managerId: z.string().max(40).optional(),
    favourite: flagSchema.optional(),
    open: flagSchema.optional(),
  }),
  output: pageOf(projectSummarySchema),
});

export const getProject = defineOperation({
  id: "projects.getProject",
  method: "GET",
  path: "/projects/:projectId",
  summary: "One project with what the caller may do to it.",
  access: "projects.view",
  params,
  output: projectSchema,
  problems: [notFound],
});

export const previewPlan = defineOperation({
  id: "projects.previewPlan",
  method: "POST",
  path: "/project-plans/preview",
  summary: "Lay the plan of a type backwards from an anchor date and split its budget; nothing is stored.",
  access: "projects.create",
  body: planVariablesSchema,
  output: planPreviewSchema,
  problems: [problems.unknownTemplate],
});

export const createProject = defineOperation({
  id: "projects.createProject",
  method: "POST",
  path: "/projects",
  summary: "Create a project from a type; its plan and budget follow within moments.",
  access: "projects.create",
  body: newProjectSchema,
  output: z.object({ id: z.string(), campaignKey: z.string() }),
  problems: [problems.unknownTemplate, problems.unknownMetric],
});

export const updateProject = defineOperation({
  id: "projects.updateProject",
  method: "PATCH",
  path: "/projects/:projectId",
  summary: "Change name, brief, tags, channels, visibility, manager or people.",
  access: "projects.edit",
  params,
  body: z.object({
    name: lineSchema(80).optional(),
    brief: z.record(z.string(), z.string().max(4000)).optional(),
    tags: z.array(lineSchema(30)).max(20).optional(),
    channels: z.array(z.string().max(30)).max(20).optional(),
    visibility: z.enum(["workspace", "private"]).optional(),
    color: z
      .string()
      .regex(/^#[0-9A-Fa-f]{6}$/)
      .optional(),
    managerId: idSchema("mem").optional(),
    people: z.record(z.string(), z.array(idSchema("mem")).max(20)).optional(),
    expectedVersion: expectedVersionSchema,
  }),
  output: projectSchema,
  problems: [notFound, staleVersion, problems.notManager, problems.closed],
});

export const moveProject = defineOperation({
  id: "projects.moveProject",
  method: "POST",
  path: "/projects/:projectId/move",
  summary: "Submit, withdraw, start, pause, resume, close, reopen or cancel a project.",
  access: "projects.edit",
  params,
  body: z.object({ move: projectMoveSchema, reason: z.string().trim().max(500).default("") }),
  output: projectSchema,
  problems: [
    notFound,
    problems.wrongStatus,
    problems.notManager,
    problems.goalsNotSmart,
    approvalProblems.noApprover,
    approvalProblems.alreadyPending,
    approvalProblems.notRequester,
  ],
});

export const setFavourite = defineOperation({
  id: "projects.setFavourite",
  method: "PUT",
  path: "/projects/:projectId/favourite",
  summary: "Keep a project in the caller's sidebar, or not.",
  access: "projects.view",
  params,
  body: z.object({ favourite: z.boolean() }),
  output: z.object({}),
  problems: [notFound],
});

export const listTemplates = defineOperation({
  id: "projects.listTemplates",
  method: "GET",
  path: "/project-templates",
  summary: "The project types of the workspace.",
  access: "projects.view",
  output: z.object({ templates: z.array(templateSchema) }),
});

export const updateTemplate = defineOperation({
  id: "projects.updateTemplate",
  method: "PUT",
  path: "/project-templates/:key",
  summary: "Change a project type; projects made from it keep what they were given.",
  access: "templates.manage",
  params: z.object({ key: z.string().min(1).max(40) }),
  body: templateSchema.omit({ version: true, key: true }).extend({ expectedVersion: expectedVersionSchema }),
  output: templateSchema,
  problems: [notFound, staleVersion, problems.invalidTemplate, problems.approvalNotYours],
});
