import {
  calendarDateSchema,
  defineOperation,
  expectedVersionSchema,
  idSchema,
  lineSchema,
  requestProblems,
} from "@yutu/contract";
import { z } from "zod";
import { GOAL_LEVELS } from "../domain/goal.ts";
import { projectProblems as problems } from "../domain/problems.ts";
import { goalsSchema, kpiCurveSchema, pastResultsSchema } from "./goal-schemas.ts";
import { goalInputSchema, kpiInputSchema } from "./schemas.ts";

const { notFound, staleVersion } = requestProblems;
const projectParams = z.object({ projectId: idSchema("prj") });
const goalParams = z.object({ goalId: idSchema("goa") });
const kpiParams = z.object({ kpiId: idSchema("kpi") });
const editProblems = [notFound, problems.notManager, problems.closed, problems.wrongStatus] as const;

export const listGoals = defineOperation({
  id: "projects.listGoals",
  method: "GET",
  path: "/projects/:projectId/goals",
  summary: "The goal tree of a project with current values, sources, and status against the expected curve.",
  access: "projects.view",
  params: projectParams,
  output: goalsSchema,
  problems: [notFound],
});

export const createGoal = defineOperation({
  id: "projects.createGoal",
  method: "POST",
  path: "/projects/:projectId/goals",
  summary: "Add a goal with its KPIs.",
  access: "projects.edit",
  params: projectParams,
  body: goalInputSchema.omit({ parentIndex: true }).extend({ parentId: idSchema("goa").nullable().default(null) }),
  output: z.object({ id: z.string() }),
  problems: [...editProblems, problems.unknownMetric],
});

export const updateGoal = defineOperation({
  id: "projects.updateGoal",
  method: "PATCH",
  path: "/goals/:goalId",
  summary: "Change a goal's name, level, weight, owner or place in the tree, or drop it.",
  access: "projects.edit",
  params: goalParams,
  body: z.object({
    name: lineSchema(120).optional(),
    level: z.enum(GOAL_LEVELS).optional(),
    weight: z.number().min(0).max(100).optional(),
    ownerId: idSchema("mem").nullable().optional(),
    parentId: idSchema("goa").nullable().optional(),
    dropped: z.boolean().optional(),
    expectedVersion: expectedVersionSchema,
  }),
  output: z.object({}),
  problems: [...editProblems, staleVersion, problems.goalsNotSmart, problems.goalCycle],
});

export const deleteGoal = defineOperation({
  id: "projects.deleteGoal",
  method: "DELETE",
  path: "/goals/:goalId",
  summary: "Delete a goal with its KPIs; the goals below it move up.",
  access: "projects.edit",
  params: goalParams,
  output: z.object({}),
  problems: [...editProblems, problems.goalsNotSmart],
});

export const createKpi = defineOperation({
  id: "projects.createKpi",
  method: "POST",
  path: "/goals/:goalId/kpis",
  summary: "Add a KPI to a goal, bound to a metric or fed by hand.",
  access: "projects.edit",
  params: goalParams,
  body: kpiInputSchema,
  output: z.object({ id: z.string() }),
  problems: [...editProblems, problems.unknownMetric, problems.goalsNotSmart],
});

export const updateKpi = defineOperation({
  id: "projects.updateKpi",
  method: "PUT",
  path: "/kpis/:kpiId",
  summary: "Replace a KPI's definition; its values are computed anew.",
  access: "projects.edit",
  params: kpiParams,
  body: kpiInputSchema.extend({ expectedVersion: expectedVersionSchema }),
  output: z.object({}),
  problems: [...editProblems, staleVersion, problems.unknownMetric, problems.goalsNotSmart],
});

export const deleteKpi = defineOperation({
  id: "projects.deleteKpi",
  method: "DELETE",
  path: "/kpis/:kpiId",
  summary: "Delete a KPI with its check-ins.",
  access: "projects.edit",
  params: kpiParams,
  output: z.object({}),
  problems: [...editProblems, problems.goalsNotSmart],
});

export const checkIn = defineOperation({
  id: "projects.checkIn",
  method: "POST",
  path: "/kpis/:kpiId/check-ins",
  summary: "Enter the value of a KPI that is fed by hand.",
  access: "projects.view",
  params: kpiParams,
  body: z.object({ day: calendarDateSchema, value: z.number(), note: z.string().trim().max(300).default("") }),
  output: z.object({ id: z.string() }),
  problems: [notFound, problems.notOwner, problems.boundToMetric, problems.closed],
});

export const getKpiCurve = defineOperation({
  id: "projects.getKpiCurve",
  method: "GET",
  path: "/kpis/:kpiId/curve",
  summary: "Expected and actual course of a KPI from the project's start.",
  access: "insights.view",
  params: kpiParams,
  output: kpiCurveSchema,
  problems: [notFound],
});

export const listPastResults = defineOperation({
  id: "projects.listPastResults",
  method: "GET",
  path: "/project-types/:key/results",
  summary: "What finished projects of a type reached in a metric: the yardstick for a new target.",
  access: "insights.view",
  params: z.object({ key: z.string().min(1).max(40) }),
  query: z.object({ metricId: z.string().min(1).max(60) }),
  output: pastResultsSchema,
});
