import type { CalendarDate } from "@yutu/kernel";
import type { z } from "zod";
import type { goalSchema, kpiSchema } from "../contract/goal-schemas.ts";
import {
  accumulatesById,
  type ExpectedCurve,
  judgeKpi,
  type KpiJudgement,
  placeAmong,
  rollUpGoals,
} from "../domain/index.ts";
import type { GoalRow, KpiRow } from "./goal-repository.ts";
import type { KpiValue } from "./kpi-values.ts";
import type { PastResult } from "./past-results.ts";

/** Everything that the goals of a project are shown with. */
export interface GoalPicture {
  readonly startDate: CalendarDate;
  readonly today: CalendarDate;
  readonly currency: string;
  readonly goals: readonly GoalRow[];
  readonly kpis: readonly KpiRow[];
  readonly values: ReadonlyMap<string, KpiValue>;
  readonly names: ReadonlyMap<string, string>;
  readonly past: readonly PastResult[];
  readonly seeValues: boolean;
  readonly mayCheckIn: (kpi: KpiRow, goal: GoalRow) => boolean;
}

/** The curve of a KPI, once it has all that a curve needs. */
export function curveOf(kpi: KpiRow, startDate: CalendarDate): ExpectedCurve | undefined {
  const { baseline, target, deadline, checkpoints } = kpi;
  if (target === null || deadline === null) return undefined;
  const startValue = accumulatesById(kpi.metricId) ? 0 : baseline;
  if (startValue === null) return undefined;
  return { startDate, startValue, checkpoints, deadline: deadline as CalendarDate, target };
}

function judgementOf(kpi: KpiRow, picture: GoalPicture): KpiJudgement | undefined {
  const curve = curveOf(kpi, picture.startDate);
  return (
    curve &&
    judgeKpi({
      curve,
      direction: kpi.direction,
      accumulates: accumulatesById(kpi.metricId),
      value: picture.values.get(kpi.id)?.value ?? null,
      today: picture.today,
    })
  );
}

function achievableOf(kpi: KpiRow, { past, currency }: GoalPicture): z.infer<typeof kpiSchema>["achievable"] {
  if (kpi.target === null || kpi.metricId === null) return null;
  const comparable = past.filter(
    (r) => r.metricId === kpi.metricId && (kpi.unit !== "money" || r.currency === currency),
  );
  return placeAmong(
    kpi.target,
    kpi.direction,
    comparable.map((r) => r.value),
  );
}

function presentKpi(kpi: KpiRow, goal: GoalRow, picture: GoalPicture): z.infer<typeof kpiSchema> {
  const judgement = picture.seeValues ? judgementOf(kpi, picture) : undefined;
  const value = picture.seeValues ? picture.values.get(kpi.id) : undefined;
  const { id, goalId, name, source, metricId, filters, sourceNote, unit, direction, baseline, target } = kpi;
  return {
    id,
    goalId,
    name,
    source,
    metricId,
    filters,
    sourceNote,
    unit,
    direction,
    baseline,
    target,
    accumulates: accumulatesById(metricId),
    deadline: kpi.deadline,
    ownerId: kpi.ownerId,
    ownerName: picture.names.get(kpi.ownerId ?? goal.ownerId ?? "") ?? "",
    weight: kpi.weight,
    checkpoints: [...kpi.checkpoints],
    value: value?.value ?? null,
    valueAt: value?.at.toISOString() ?? null,
    valueSource: value?.source ?? null,
    status: judgement?.status ?? "no_data",
    expected: judgement?.expected ?? null,
    progress: judgement?.progress ?? null,
    expectedProgress: judgement?.expectedProgress ?? null,
    achievable: picture.seeValues ? achievableOf(kpi, picture) : null,
    mayCheckIn: kpi.source === "manual" && picture.mayCheckIn(kpi, goal),
    version: kpi.version,
  };
}

const NO_DATA: KpiJudgement = { status: "no_data", expected: 0, progress: null, expectedProgress: 0 };

/** The goals in order, each with its KPIs and the progress rolled up from what lies below it. */
export function presentGoals(picture: GoalPicture): z.infer<typeof goalSchema>[] {
  const live = picture.goals.filter((g) => g.status !== "dropped");
  const rolled = rollUpGoals(
    live.map((goal) => ({
      id: goal.id,
      parentId: goal.parentId,
      weight: goal.weight,
      kpis: picture.kpis
        .filter((k) => k.goalId === goal.id)
        .map((k) => ({ weight: k.weight, judgement: judgementOf(k, picture) ?? NO_DATA })),
    })),
  );
  return picture.goals.map((goal) => {
    const up = picture.seeValues ? rolled.get(goal.id) : undefined;
    return {
      id: goal.id,
      parentId: goal.parentId,
      level: goal.level,
      name: goal.name,
      weight: goal.weight,
      ownerId: goal.ownerId,
      ownerName: picture.names.get(goal.ownerId ?? "") ?? "",
      stage: goal.status,
      status: up?.status ?? "no_data",
      progress: up?.progress ?? null,
      expectedProgress: up?.expectedProgress ?? null,
      counted: up?.counted ?? 0,
      withoutValue: up?.withoutValue ?? 0,
      version: goal.version,
      kpis: picture.kpis.filter((k) => k.goalId === goal.id).map((k) => presentKpi(k, goal, picture)),
    };
  });
}
