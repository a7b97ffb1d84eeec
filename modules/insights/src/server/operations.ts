import { type Call, type Implementation, implement, implementFile, implementLong } from "@yutu/application";
import type { Problem, Result } from "@yutu/kernel";
import { insights } from "../contract/index.ts";
import { type Place, resetDashboard, saveDashboard } from "./commands/save-dashboard.ts";
import { exportMetrics } from "./queries/export-metrics.ts";
import { exportRows } from "./queries/export-rows.ts";
import { checkPlace, getDashboard } from "./queries/get-dashboard.ts";
import { listAnnotations } from "./queries/list-annotations.ts";
import { listRows } from "./queries/list-rows.ts";
import { queryMetrics } from "./queries/query-metrics.ts";

/** Carries a change out where the caller may look, and answers with the layout as it stands then. */
async function onDashboard(call: Call, place: Place, change: () => Promise<Result<null, Problem>>) {
  const reachable = await checkPlace(call, place);
  if (!reachable.ok) return reachable;
  const done = await change();
  return done.ok ? getDashboard(call, place) : done;
}

export const operations: readonly Implementation[] = [
  implementLong(insights.queryMetrics, (call, { query }) => queryMetrics(call, query)),
  implementFile(insights.exportMetrics, (call, { query }) => exportMetrics(call, query)),
  implementLong(insights.listRows, (call, { query }) => listRows(call, query)),
  implementFile(insights.exportRows, (call, { query }) => exportRows(call, query)),
  implement(insights.listAnnotations, (call, { query }) => listAnnotations(call, query)),
  implement(insights.getDashboard, (call, { query }) => getDashboard(call, query)),
  implement(insights.saveDashboard, (call, { body }) =>
    onDashboard(call, body, () => saveDashboard(call, body, body.tiles, body.expectedVersion)),
  ),
  implement(insights.resetDashboard, (call, { query }) => onDashboard(call, query, () => resetDashboard(call, query))),
];
