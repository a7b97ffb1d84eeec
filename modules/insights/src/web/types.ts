import type { CallInput, OperationOutput } from "@yutu/contract";
import type { insights } from "../contract/index.ts";

export type MetricAnswer = OperationOutput<typeof insights.queryMetrics>;
export type Origin = MetricAnswer["origin"];
export type MetricHead = MetricAnswer["metrics"][number];
export type Figure = MetricAnswer["totals"][string];
export type Group = MetricAnswer["groups"][number];
export type MetricQuery = NonNullable<CallInput<typeof insights.queryMetrics>["query"]>;
export type FactRow = OperationOutput<typeof insights.listRows>["items"][number];
export type Annotation = OperationOutput<typeof insights.listAnnotations>["annotations"][number];
export type Dashboard = OperationOutput<typeof insights.getDashboard>;
export type Tile = Dashboard["tiles"][number];

/** The part of a question that a page's chips decide: days, comparison and conditions. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly compare: "none" | "before" | "year";
  readonly projectId?: readonly string[];
  readonly channel?: string;
  readonly sourceId?: string;
}

/** A figure whose rows are to be shown: a metric, or one group of its split. */
export interface Drill {
  readonly metricId: string;
  readonly groupBy?: string;
  readonly group?: string;
}
