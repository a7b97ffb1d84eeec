import { type Call, may } from "@yutu/application";
import { addDays, calendarDate, isoWeekday, ok, type Problem, type Result } from "@yutu/kernel";
import { mayEdit, reachProject, todayOf } from "../access.ts";

const DAYS = 14;

export async function listPhases(call: Call, projectId: string) {
  const project = await reachProject(call, projectId);
  if (!project.ok) return project;
  const phases = await call.tx.query<{
    id: string;
    key: string;
    name: string;
    tasks: number;
    done: number;
    startDate: string | null;
    dueDate: string | null;
  }>(
    `SELECT p.id, p.key, p.name, count(t.id)::int AS tasks, count(t.id) FILTER (WHERE t.status = 'done')::int AS done,
            min(t.start_date)::text AS "startDate", max(t.due_date)::text AS "dueDate"
     FROM phases p LEFT JOIN tasks t ON t.phase_id = p.id AND t.deleted_at IS NULL AND t.status <> 'cancelled'
     WHERE p.project_id = $1 GROUP BY p.workspace_id, p.id ORDER BY p.position, p.id`,
    [projectId],
  );
  return ok({ phases });
}

interface Totals {
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  readonly dueThisWeek: number;
  readonly budgetMinor: string;
}

interface Summary extends Omit<Totals, "budgetMinor"> {
  readonly budgetMinor: number | null;
  readonly days: { readonly date: string; readonly done: number; readonly overdue: number }[];
  readonly abilities: { readonly edit: boolean };
}

/** Cancelled tasks are no work; they count nowhere. */
export async function summarise(call: Call, projectId: string): Promise<Result<Summary, Problem>> {
  const project = await reachProject(call, projectId);
  if (!project.ok) return project;
  const today = calendarDate(await todayOf(call));
  const monday = addDays(today, 1 - isoWeekday(today));
  const [totals] = await call.tx.query<Totals>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE status = 'done')::int AS done,
            count(*) FILTER (WHERE status <> 'done' AND due_date < $2)::int AS overdue,
            count(*) FILTER (WHERE status <> 'done' AND due_date BETWEEN $3 AND $4)::int AS "dueThisWeek",
            coalesce(sum(budget_minor), 0)::text AS "budgetMinor"
     FROM tasks WHERE project_id = $1 AND deleted_at IS NULL AND status <> 'cancelled'`,
    [projectId, today, monday, addDays(monday, 6)],
  );
  const days = await call.tx.query<{ date: string; done: number; overdue: number }>(
    `SELECT d.day::date::text AS date, count(*) FILTER (WHERE t.status = 'done' AND t.completed_on <= d.day)::int AS done,
            count(*) FILTER (WHERE t.due_date < d.day AND (t.status <> 'done' OR t.completed_on > d.day))::int AS overdue
     FROM generate_series($2::date, $3::date, interval '1 day') AS d (day)
     LEFT JOIN tasks t ON t.project_id = $1 AND t.deleted_at IS NULL AND t.status <> 'cancelled'
     GROUP BY d.day ORDER BY d.day`,
    [projectId, addDays(today, 1 - DAYS), today],
  );
  return ok({
    total: totals?.total ?? 0,
    done: totals?.done ?? 0,
    overdue: totals?.overdue ?? 0,
    dueThisWeek: totals?.dueThisWeek ?? 0,
    budgetMinor: may(call.actor, "money.view") ? Number(totals?.budgetMinor ?? 0) : null,
    days,
    abilities: { edit: mayEdit(call, project.value) },
  });
}
