import type { TenantTx } from "@yutu/database";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { PlanLink, PlanTask } from "../../domain/plan.ts";
import { phases, taskLinks, tasks } from "../tables.ts";

export type TaskRow = typeof tasks.$inferSelect;
export type PhaseRow = typeof phases.$inferSelect;
export type LinkRow = typeof taskLinks.$inferSelect;
export type TaskValues = Partial<Omit<typeof tasks.$inferInsert, "id" | "workspaceId" | "version" | "updatedAt">>;

/** A task that is not deleted. */
export async function findTask(
  tx: TenantTx,
  taskId: string,
  options: { readonly lock?: boolean } = {},
): Promise<TaskRow | undefined> {
  const query = tx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.id, taskId), isNull(tasks.deletedAt)));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}

/** Several tasks, deleted ones too, locked in the order of their ids so that two callers cannot wait for each other. */
export const lockTasks = (tx: TenantTx, taskIds: readonly string[]): Promise<TaskRow[]> =>
  tx.db
    .select()
    .from(tasks)
    .where(inArray(tasks.id, [...taskIds]))
    .orderBy(asc(tasks.id))
    .for("update");

/** Several tasks, deleted ones too. */
export const selectAnyTasks = (tx: TenantTx, taskIds: readonly string[]): Promise<TaskRow[]> =>
  tx.db
    .select()
    .from(tasks)
    .where(inArray(tasks.id, [...taskIds]));

export const findTasks = (tx: TenantTx, taskIds: readonly string[]): Promise<TaskRow[]> =>
  taskIds.length === 0
    ? Promise.resolve([])
    : tx.db
        .select()
        .from(tasks)
        .where(and(inArray(tasks.id, [...taskIds]), isNull(tasks.deletedAt)));

export const subtasksOf = (tx: TenantTx, parentId: string): Promise<TaskRow[]> =>
  tx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.parentId, parentId), isNull(tasks.deletedAt)))
    .orderBy(asc(tasks.rank), asc(tasks.id));

export async function saveTask(tx: TenantTx, taskId: string, change: TaskValues): Promise<TaskRow> {
  const [row] = await tx.db
    .update(tasks)
    .set({ ...change, updatedAt: tx.now, version: sql`${tasks.version} + 1` })
    .where(eq(tasks.id, taskId))
    .returning();
  if (!row) throw new Error(`task ${taskId} is gone although it is locked`);
  return row;
}

export const listPhases = (tx: TenantTx, projectId: string): Promise<PhaseRow[]> =>
  tx.db.select().from(phases).where(eq(phases.projectId, projectId)).orderBy(asc(phases.position), asc(phases.id));

/** A task as the schedule needs it, with what the Gantt shows of it. */
export type PlanRow = PlanTask &
  Pick<
    TaskRow,
    | "number"
    | "phaseId"
    | "title"
    | "priority"
    | "channel"
    | "assigneeIds"
    | "progress"
    | "startedOn"
    | "completedOn"
    | "baselineStart"
    | "baselineDue"
    | "version"
  >;

/** Every task of a project that is not deleted, in the order of the plan. */
export const planRows = (tx: TenantTx, projectId: string): Promise<PlanRow[]> =>
  tx.query<PlanRow>(
    `SELECT id, number, parent_id AS "parentId", phase_id AS "phaseId", title, status, priority, channel, to_json(assignee_ids) AS "assigneeIds",
            milestone, milestone_at AS "milestoneAt", start_date::text AS "startDate", due_date::text AS "dueDate",
            duration_days AS "durationDays", progress, constraint_kind AS "constraintKind", constraint_date::text AS "constraintDate",
            started_on::text AS "startedOn", completed_on::text AS "completedOn", baseline_start::text AS "baselineStart",
            baseline_due::text AS "baselineDue", version
     FROM tasks WHERE project_id = $1 AND deleted_at IS NULL ORDER BY rank, id`,
    [projectId],
  );

/** Links of a project whose tasks are both among `rows`, i.e. not deleted. */
export async function planLinks(tx: TenantTx, projectId: string, rows: readonly PlanRow[]): Promise<PlanLink[]> {
  const here = new Set(rows.map((row) => row.id));
  const links = await tx.query<PlanLink>(
    `SELECT id, from_id AS "fromId", to_id AS "toId", type, lag FROM task_links WHERE project_id = $1 ORDER BY id`,
    [projectId],
  );
  return links.filter(({ fromId, toId }) => here.has(fromId) && here.has(toId));
}

/** Links at a task with the task at the other end. */
export const linksAt = (
  tx: TenantTx,
  taskId: string,
): Promise<
  { linkId: string; fromId: string; toId: string; type: LinkRow["type"]; lag: LinkRow["lag"]; otherId: string }[]
> =>
  tx.query(
    `SELECT id AS "linkId", from_id AS "fromId", to_id AS "toId", type, lag,
            CASE WHEN from_id = $1 THEN to_id ELSE from_id END AS "otherId"
     FROM task_links WHERE from_id = $1
     UNION ALL
     SELECT id, from_id, to_id, type, lag, from_id FROM task_links WHERE to_id = $1`,
    [taskId],
  );

/** Whether anything could be pushed by or push the task: links, a parent, parts. */
export async function hasCompany(tx: TenantTx, task: TaskRow): Promise<boolean> {
  if (task.parentId) return true;
  const [row] = await tx.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM task_links WHERE from_id = $1) OR EXISTS (SELECT 1 FROM task_links WHERE to_id = $1)
       OR EXISTS (SELECT 1 FROM tasks WHERE parent_id = $1 AND deleted_at IS NULL) AS found`,
    [task.id],
  );
  return row?.found ?? false;
}

/** Writes new days of several tasks at once. @returns their new versions */
export const saveDates = (
  tx: TenantTx,
  moves: readonly {
    readonly id: string;
    readonly startDate: string;
    readonly dueDate: string;
    readonly durationDays: number;
  }[],
): Promise<{ id: string; version: number }[]> =>
  moves.length === 0
    ? Promise.resolve([])
    : tx.query(
        `UPDATE tasks t SET start_date = m.start_date, due_date = m.due_date, duration_days = m.duration_days,
                updated_at = $5, version = t.version + 1
         FROM unnest($1::text[], $2::date[], $3::date[], $4::int[]) AS m (id, start_date, due_date, duration_days)
         WHERE t.id = m.id RETURNING t.id, t.version`,
        [
          moves.map((m) => m.id),
          moves.map((m) => m.startDate),
          moves.map((m) => m.dueDate),
          moves.map((m) => m.durationDays),
          tx.now,
        ],
      );

/**
 * Makes changes to one project's plan and order follow one another until the transaction ends, so that two people who
 * move cards or dates at the same moment each see what the other did.
 */
export const lockPlan = (tx: TenantTx, projectId: string): Promise<unknown> =>
  tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 40))", [`${tx.context.workspaceId} ${projectId}`]);
