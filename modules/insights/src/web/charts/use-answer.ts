import type { Dimension } from "@yutu/metrics/domain";
import { type OperationState, useOperation } from "@yutu/ui";
import { insights } from "../../contract/index.ts";
import type { MetricAnswer, Question } from "../types.ts";

interface Asked {
  readonly metricIds: readonly string[];
  readonly groupBy?: Dimension | null;
  readonly orderBy?: string;
  readonly limit?: number;
}

/** Asks for figures; they are asked for again when an import has come in. */
export function useAnswer(question: Question, asked: Asked): OperationState<MetricAnswer> {
  const { projectId, ...rest } = question;
  const query = {
    ...rest,
    ...(projectId ? { projectId: [...projectId] } : {}),
    metricId: [...asked.metricIds],
    ...(asked.groupBy ? { groupBy: asked.groupBy } : {}),
    ...(asked.orderBy ? { orderBy: asked.orderBy } : {}),
    ...(asked.limit ? { limit: asked.limit } : {}),
  };
  return useOperation(
    insights.queryMetrics,
    { query },
    { live: ["import", "project"], enabled: asked.metricIds.length > 0 },
  );
}
