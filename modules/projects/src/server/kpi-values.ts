import type { Services } from "@yutu/application";
import type { CalendarDate } from "@yutu/kernel";
import { factsOf, findMetric, type Metric } from "@yutu/metrics/domain";
import { measure } from "@yutu/metrics/server";
import type { z } from "zod";
import type { valueSourceSchema } from "../contract/goal-schemas.ts";
import type { KpiRow } from "./goal-repository.ts";
import type { ProjectRow } from "./visibility.ts";

/** A KPI's value with where and when it was read. */
export interface KpiValue {
  readonly value: number | null;
  readonly at: Date;
  readonly source: z.infer<typeof valueSourceSchema>;
}

/** What has to be known to measure the KPIs of a project on a day. */
export interface Measuring {
  readonly services: Services;
  readonly workspaceId: string;
  readonly project: Pick<ProjectRow, "id" | "startDate" | "currency">;
  readonly timeZone: string;
  readonly today: CalendarDate;
}

/** Last day that counts for a KPI: its deadline, or today when that is earlier. */
export const lastDayOf = (kpi: Pick<KpiRow, "deadline">, today: CalendarDate): string =>
  kpi.deadline !== null && kpi.deadline < today ? kpi.deadline : today;

interface Batch {
  readonly kpis: KpiRow[];
  readonly to: string;
}

/** KPIs over the same window and filters are asked for together. */
function batchesOf(kpis: readonly KpiRow[], measuring: Measuring): Batch[] {
  const batches = new Map<string, Batch>();
  for (const kpi of kpis) {
    const to = lastDayOf(kpi, measuring.today);
    if (kpi.metricId === null || to < measuring.project.startDate) continue;
    const key = JSON.stringify([to, kpi.filters]);
    const batch = batches.get(key) ?? { kpis: [], to };
    batch.kpis.push(kpi);
    batches.set(key, batch);
  }
  return [...batches.values()];
}

const metricsOf = (kpis: readonly KpiRow[]): Metric[] => [
  ...new Set(kpis.flatMap((kpi) => (kpi.metricId === null ? [] : (findMetric(kpi.metricId) ?? [])))),
];

/**
 * Values of the KPIs that are bound to metrics, from the project's facts since its start.
 * @returns undefined when the warehouse cannot answer
 */
export async function measureKpis(
  measuring: Measuring,
  kpis: readonly KpiRow[],
): Promise<ReadonlyMap<string, KpiValue> | undefined> {
  const { services, workspaceId, project, timeZone } = measuring;
  const values = new Map<string, KpiValue>();
  const answers = await Promise.all(
    batchesOf(kpis, measuring).map(async (batch) => ({
      batch,
      answer: await measure(services.warehouse, workspaceId, {
        metrics: metricsOf(batch.kpis),
        window: { from: project.startDate, to: batch.to },
        filter: { ...batch.kpis[0]?.filters, projectIds: [project.id] },
        timeZone,
        currency: project.currency,
        rates: [],
      }),
    })),
  );
  for (const { batch, answer } of answers) {
    if (!answer.ok) return undefined;
    const { totals, withoutRate } = answer.value;
    const rows = withoutRate.reduce((sum, { rows: count }) => sum + count, 0);
    for (const kpi of batch.kpis) {
      const metric = findMetric(kpi.metricId ?? "");
      if (!metric) continue;
      const source: KpiValue["source"] = {
        kind: "metric",
        facts: [...factsOf(metric)],
        from: project.startDate,
        to: batch.to,
        withoutRate: rows,
      };
      values.set(kpi.id, { value: totals[metric.id]?.value ?? null, at: services.clock.now(), source });
    }
  }
  return values;
}
