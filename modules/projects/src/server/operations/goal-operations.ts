import { type Implementation, implement, implementLong } from "@yutu/application";
import { ok } from "@yutu/kernel";
import { projects } from "../../contract/index.ts";
import { createGoal, deleteGoal, updateGoal } from "../commands/edit-goals.ts";
import { checkIn, createKpi, deleteKpi, updateKpi } from "../commands/edit-kpis.ts";
import { pastResults } from "../past-results.ts";
import { kpiCurve } from "../queries/kpi-curve.ts";
import { listGoals } from "../queries/list-goals.ts";

export const goalOperations: readonly Implementation[] = [
  implementLong(projects.listGoals, (call, { params }) => listGoals(call, params.projectId)),
  implement(projects.createGoal, (call, { params, body }) => createGoal(call, params.projectId, body)),
  implement(projects.updateGoal, (call, { params, body }) => updateGoal(call, params.goalId, body)),
  implement(projects.deleteGoal, (call, { params }) => deleteGoal(call, params.goalId)),
  implement(projects.createKpi, (call, { params, body }) => createKpi(call, params.goalId, body)),
  implement(projects.updateKpi, (call, { params, body }) => updateKpi(call, params.kpiId, body)),
  implement(projects.deleteKpi, (call, { params }) => deleteKpi(call, params.kpiId)),
  implement(projects.checkIn, (call, { params, body }) => checkIn(call, params.kpiId, body)),
  implementLong(projects.getKpiCurve, (call, { params }) => kpiCurve(call, params.kpiId)),
  implement(projects.listPastResults, async ({ tx, actor }, { params, query }) => {
    const results = await pastResults(tx, actor, { typeKey: params.key, metricIds: [query.metricId] });
    return ok({
      results: results.map(({ projectId, projectName, value, currency, at }) => ({
        projectId,
        projectName,
        value,
        currency,
        at: at.toISOString(),
      })),
    });
  }),
];
