import type { TenantTx } from "@yutu/database";
import { calendarDate, err, ok, type Problem, type Result } from "@yutu/kernel";
import type { ProjectRow } from "@yutu/projects/server";
import { type PreparedNetwork, prepareNetwork, type Schedule } from "@yutu/scheduling";
import { tasksRescheduled } from "../domain/events.ts";
import { type PlanLink, planOf } from "../domain/plan.ts";
import { refusalOf } from "../domain/plan-change.ts";
import { isEnded } from "../domain/status.ts";
import { workingCalendar } from "../domain/working-calendar.ts";
import { type PlanRow, planLinks, planRows, saveDates } from "./repository/tasks.ts";

export interface LoadedPlan {
  readonly rows: readonly PlanRow[];
  readonly links: readonly PlanLink[];
  readonly network: PreparedNetwork;
}

/** The plan of a project as it is stored, solved. */
export async function loadPlan(tx: TenantTx, project: ProjectRow): Promise<Result<LoadedPlan, Problem>> {
  const rows = await planRows(tx, project.id);
  const links = await planLinks(tx, project.id, rows);
  const network = prepareNetwork(planOf(rows, links, calendarDate(project.startDate), workingCalendar()));
  return network.ok ? ok({ rows, links, network: network.value }) : err(refusalOf(network.error));
}

export interface Pushed {
  readonly taskId: string;
  readonly startDate: string;
  readonly dueDate: string;
  readonly version: number;
}

interface NewDates {
  readonly id: string;
  readonly startDate: string;
  readonly dueDate: string;
  readonly durationDays: number;
}

/** Tasks whose stored days differ from the schedule. What has ended keeps the days it was planned for. */
export function differing(rows: readonly PlanRow[], schedule: Schedule): NewDates[] {
  return rows.flatMap((row) => {
    const at = schedule.task(row.id);
    if (!at || isEnded(row.status) || (row.startDate === at.start && row.dueDate === at.finish)) return [];
    const durationDays = at.kind === "summary" ? Math.max(1, at.durationDays) : row.durationDays;
    return [{ id: row.id, startDate: at.start, dueDate: at.finish, durationDays }];
  });
}

/** Stores the days of a schedule and says what moved. */
export async function adoptSchedule(
  tx: TenantTx,
  projectId: string,
  rows: readonly PlanRow[],
  schedule: Schedule,
): Promise<Pushed[]> {
  const moves = differing(rows, schedule);
  const versions = new Map((await saveDates(tx, moves)).map((saved) => [saved.id, saved.version]));
  if (moves.length > 0) {
    const payload = { projectId, taskIds: moves.map((m) => m.id) };
    await tx.emit(tasksRescheduled, payload, { entity: "plan", id: projectId, projectId });
  }
  return moves.map(({ id, startDate, dueDate }) => ({
    taskId: id,
    startDate,
    dueDate,
    version: versions.get(id) ?? 0,
  }));
}

/**
 * Lets the links of a project push what no longer fits, after tasks or links have changed in this transaction.
 * The caller holds the plan (see `lockPlan`).
 * @returns the tasks that moved, or the refusal of a plan that cannot be laid
 */
export async function settlePlan(tx: TenantTx, project: ProjectRow): Promise<Result<Pushed[], Problem>> {
  const plan = await loadPlan(tx, project);
  if (!plan.ok) return plan;
  return ok(await adoptSchedule(tx, project.id, plan.value.rows, plan.value.network.schedule));
}
