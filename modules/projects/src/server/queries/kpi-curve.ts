import { type LongCall, notFound } from "@yutu/application";
import { listMembersByName, workspaceFacts } from "@yutu/identity/server";
import {
  addDays,
  type CalendarDate,
  calendarDate,
  calendarDateIn,
  daysBetween,
  err,
  ok,
  type Problem,
  type Result,
} from "@yutu/kernel";
import { findMetric, type Metric } from "@yutu/metrics/domain";
import { measure } from "@yutu/metrics/server";
import type { z } from "zod";
import type { kpiCurveSchema } from "../../contract/goal-schemas.ts";
import { addsUpByDay, curvePoints } from "../../domain/index.ts";
import { checkInsOf } from "../check-ins.ts";
import { curveOf } from "../goal-presenter.ts";
import { findKpi, type KpiRow } from "../goal-repository.ts";
import { lastDayOf, type Measuring } from "../kpi-values.ts";
import { findVisibleProject } from "../visibility.ts";

type Series = { date: string; value: number }[];

/** Distinct counts are asked for at this many days at most, each over the whole time up to it. */
const MOST_POINTS = 16;

const requestOf = (measuring: Measuring, kpi: KpiRow, metric: Metric, to: string) => ({
  metrics: [metric],
  window: { from: measuring.project.startDate, to },
  filter: { ...kpi.filters, projectIds: [measuring.project.id] },
  timeZone: measuring.timeZone,
  currency: measuring.project.currency,
  rates: [],
});

/** From sums by day: each day's value is that of the whole time up to it, ratios from summed parts. */
async function additiveSeries(
  measuring: Measuring,
  kpi: KpiRow,
  metric: Metric,
  to: string,
): Promise<Result<Series, Problem>> {
  const answer = await measure(measuring.services.warehouse, measuring.workspaceId, {
    ...requestOf(measuring, kpi, metric, to),
    groupBy: "day",
  });
  if (!answer.ok) return answer;
  let [above, below] = [0, 0];
  const series: Series = [];
  for (const { group, values } of answer.value.groups) {
    const part = values[metric.id];
    above += part?.numerator ?? 0;
    below += part?.denominator ?? 0;
    if (metric.denominator === null) series.push({ date: group, value: above });
    else if (below !== 0) series.push({ date: group, value: above / below });
  }
  const last = series.at(-1);
  if (last && last.date < to) series.push({ date: to, value: last.value });
  return ok(series);
}

/** Where days cannot be added up: the whole time up to each of some days, asked for one by one. */
async function distinctSeries(
  measuring: Measuring,
  kpi: KpiRow,
  metric: Metric,
  to: string,
): Promise<Result<Series, Problem>> {
  const start = calendarDate(measuring.project.startDate);
  const days = daysBetween(start, calendarDate(to));
  const count = Math.min(MOST_POINTS, days + 1);
  const dates = Array.from({ length: count }, (_, i) => addDays(start, Math.round((days * (i + 1)) / count)));
  const series: Series = [];
  for (const date of dates) {
    const answer = await measure(
      measuring.services.warehouse,
      measuring.workspaceId,
      requestOf(measuring, kpi, metric, date),
    );
    if (!answer.ok) return answer;
    const value = answer.value.totals[metric.id]?.value;
    if (value !== null && value !== undefined) series.push({ date, value });
  }
  return ok(series);
}

async function actualOf(measuring: Measuring, kpi: KpiRow): Promise<Result<Series, Problem>> {
  const metric = kpi.metricId === null ? undefined : findMetric(kpi.metricId);
  const to = lastDayOf(kpi, measuring.today);
  if (!metric || to < measuring.project.startDate) return ok([]);
  return addsUpByDay(metric) ? additiveSeries(measuring, kpi, metric, to) : distinctSeries(measuring, kpi, metric, to);
}

/** Expected corners, and what really was, from the project's start to today. */
export async function kpiCurve(
  call: LongCall,
  kpiId: string,
): Promise<Result<z.infer<typeof kpiCurveSchema>, Problem>> {
  const { actor, services } = call;
  const read = await call.withTenant(async (tx) => {
    const kpi = await findKpi(tx, kpiId);
    const project = kpi && (await findVisibleProject(tx, actor, kpi.projectId));
    if (!project) return undefined;
    const { timeZone } = await workspaceFacts(tx);
    return { kpi, project, timeZone, checkIns: await checkInsOf(tx, kpiId), names: await listMembersByName(tx) };
  });
  if (!read) return notFound("KPI");
  const { kpi, project, timeZone, checkIns, names } = read;
  const today = calendarDateIn(services.clock.now(), timeZone);
  const curve = curveOf(kpi, project.startDate as CalendarDate);
  const measured = await actualOf({ services, workspaceId: actor.workspaceId, project, timeZone, today }, kpi);
  if (!measured.ok) return err(measured.error);
  const byHand = [...new Map(checkIns.toReversed().map((c) => [c.day, { date: c.day, value: c.value }])).values()];
  return ok({
    unit: kpi.unit,
    currency: project.currency,
    today,
    expected: curve ? curvePoints(curve).map((p) => ({ date: p.date, value: p.expected })) : [],
    actual: kpi.source === "manual" ? byHand : measured.value,
    checkIns: checkIns.map((c) => ({
      id: c.id,
      day: c.day,
      value: c.value,
      note: c.note,
      byName: names.get(c.byMemberId) ?? "",
      at: c.createdAt.toISOString(),
    })),
  });
}
