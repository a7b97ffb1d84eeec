import { defineOperation, expectedVersionSchema, idSchema, pageQuerySchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { insightProblems as problems } from "../domain/problems.ts";
import {
  annotationSchema,
  dashboardSchema,
  factRowSchema,
  figureQuerySchema,
  metricAnswerSchema,
  metricQuerySchema,
  readerSchema,
  rowQuerySchema,
  tileSchema,
} from "./schemas.ts";

const { notFound, staleVersion, forbidden } = requestProblems;
const figureProblems = [notFound, problems.unknownMetric, problems.unsplittable, problems.badWindow] as const;

export const queryMetrics = defineOperation({
  id: "insights.queryMetrics",
  method: "GET",
  path: "/metric-values",
  summary: "Metrics over a window, split by a dimension and compared with another period, with sources and warnings.",
  access: "insights.view",
  query: metricQuerySchema,
  output: metricAnswerSchema,
  problems: figureProblems,
});

export const exportMetrics = defineOperation({
  id: "insights.exportMetrics",
  method: "GET",
  path: "/metric-values/export",
  summary: "The same figures as a CSV file for spreadsheets.",
  access: "insights.view",
  query: metricQuerySchema.extend({ locale: z.enum(["zh", "en"]).default("zh") }),
  output: z.unknown(),
  outputKind: "file",
  problems: figureProblems,
});

export const listRows = defineOperation({
  id: "insights.listRows",
  method: "GET",
  path: "/metric-rows",
  summary: "The rows a figure is computed from, the latest first, each with its import and line.",
  access: "insights.view",
  query: rowQuerySchema.extend(pageQuerySchema.shape),
  output: z.object({
    items: z.array(factRowSchema),
    nextCursor: z.string().nullable(),
    /** All rows behind the figure; null on later pages. */
    rowCount: z.int().nullable(),
  }),
  problems: [...figureProblems, forbidden],
});

export const exportRows = defineOperation({
  id: "insights.exportRows",
  method: "GET",
  path: "/metric-rows/export",
  summary: "The rows a figure is computed from as a CSV file, at most 200,000.",
  access: "insights.view",
  query: rowQuerySchema,
  output: z.unknown(),
  outputKind: "file",
  problems: [...figureProblems, forbidden],
});

export const listAnnotations = defineOperation({
  id: "insights.listAnnotations",
  method: "GET",
  path: "/annotations",
  summary: "What happened in the plan: milestones and phase starts of a project, or the anchor days of all projects.",
  access: "insights.view",
  query: figureQuerySchema.pick({ from: true, to: true }).extend({ projectId: idSchema("prj").optional() }),
  output: z.object({ annotations: z.array(annotationSchema) }),
  problems: [notFound, problems.badWindow],
});

const place = z.object({ reader: readerSchema, projectId: idSchema("prj").optional() });

export const getDashboard = defineOperation({
  id: "insights.getDashboard",
  method: "GET",
  path: "/dashboards",
  summary: "The layout of a reader's dashboard, of the workspace or of one project.",
  access: "insights.view",
  query: place,
  output: dashboardSchema,
  problems: [notFound],
});

export const saveDashboard = defineOperation({
  id: "insights.saveDashboard",
  method: "PUT",
  path: "/dashboards",
  summary: "Lay a dashboard out anew for everybody who reads it.",
  access: "insights.edit",
  body: place.extend({ tiles: z.array(tileSchema).min(1).max(24), expectedVersion: expectedVersionSchema }),
  output: dashboardSchema,
  problems: [notFound, staleVersion, problems.badTile],
});

export const resetDashboard = defineOperation({
  id: "insights.resetDashboard",
  method: "DELETE",
  path: "/dashboards",
  summary: "Give a dashboard back the layout it began with.",
  access: "insights.edit",
  query: place,
  output: dashboardSchema,
  problems: [notFound],
});
