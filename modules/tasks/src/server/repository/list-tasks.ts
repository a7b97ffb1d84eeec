import type { TenantTx } from "@yutu/database";
import type { CursorKey } from "@yutu/kernel";
import { and, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { numberInCode } from "../../domain/code.ts";
import { isEnded, type Priority, type TaskStatus } from "../../domain/status.ts";
import { tasks } from "../tables.ts";
import { type CardRow, selectCards } from "./cards.ts";

export interface TaskFilter {
  /** Whose projects' tasks: one project, or all that the caller may see. */
  readonly scope: SQL;
  readonly phaseId?: readonly string[] | undefined;
  readonly parentId?: string | undefined;
  readonly status?: readonly TaskStatus[] | undefined;
  readonly assigneeId?: readonly string[] | undefined;
  readonly channel?: readonly string[] | undefined;
  readonly priority?: readonly Priority[] | undefined;
  readonly label?: readonly string[] | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly q?: string | undefined;
  /** Ids of the tasks with `q` in their title; null when they are too many to be named. */
  readonly titled?: readonly string[] | null;
}

export type TaskSort = "due" | "start" | "rank" | "priority" | "status" | "title" | "number" | "updated";

const OPEN = sql`${tasks.status} IN ('todo', 'doing', 'review')`;
const some = <T>(list: readonly T[] | undefined): list is readonly T[] => list !== undefined && list.length > 0;

/**
 * Tasks that any of these people work on. As an array, so that the planner begins with the few tasks of a person
 * instead of walking all tasks in order.
 */
function assignedTo(memberIds: readonly string[], status: readonly TaskStatus[] | undefined): SQL {
  const people = sql.join(
    memberIds.map((id) => sql`member_id = ${id}`),
    sql` OR `,
  );
  const open = some(status) && !status.some(isEnded) ? sql` AND open` : sql``;
  return sql`${tasks.id} = ANY(ARRAY(SELECT task_id FROM task_assignees WHERE (${people})${open}))`;
}

/** More than this many are found sooner by going through the list in its order. */
const FEW = 500;

/** Ids of tasks with these characters in their title; null when they are many. The function says why it is one. */
export async function findTitled(tx: TenantTx, q: string): Promise<string[] | null> {
  const [row] = await tx.query<{ ids: string[] | null }>("SELECT yutu.tasks_titled($1, $2) AS ids", [q, FEW]);
  return row?.ids ?? null;
}

function asked(q: string, titled: readonly string[] | null): SQL | undefined {
  const number = numberInCode(q);
  const byTitle = titled
    ? sql`${tasks.id} = ANY(${sql.param([...titled])}::text[])`
    : sql`position(lower(${q}) IN lower(${tasks.title})) > 0`;
  return number === undefined ? byTitle : or(byTitle, eq(tasks.number, number));
}

function overdueCondition(overdue: boolean, today: string): SQL | undefined {
  const late = and(OPEN, lt(tasks.dueDate, today));
  return overdue ? late : sql`NOT (${OPEN} AND coalesce(${tasks.dueDate} < ${today}, false))`;
}

export function conditionsOf(filter: TaskFilter, today: string): SQL | undefined {
  return and(
    isNull(tasks.deletedAt),
    filter.scope,
    some(filter.phaseId) ? inArray(tasks.phaseId, [...filter.phaseId]) : undefined,
    filter.parentId ? eq(tasks.parentId, filter.parentId) : undefined,
    some(filter.status) ? inArray(tasks.status, [...filter.status]) : undefined,
    some(filter.assigneeId) ? assignedTo(filter.assigneeId, filter.status) : undefined,
    some(filter.channel) ? inArray(tasks.channel, [...filter.channel]) : undefined,
    some(filter.priority) ? inArray(tasks.priority, [...filter.priority]) : undefined,
    some(filter.label) ? sql`${tasks.labels} && ${sql.param([...filter.label])}::text[]` : undefined,
    filter.dueFrom ? gte(tasks.dueDate, filter.dueFrom) : undefined,
    filter.dueTo ? lte(tasks.dueDate, filter.dueTo) : undefined,
    filter.overdue === undefined ? undefined : overdueCondition(filter.overdue, today),
    filter.q ? asked(filter.q, filter.titled ?? null) : undefined,
  );
}

/** What a list is in order of, as written in the indexes, and the type of its values. */
const SORTS: Readonly<Record<TaskSort, { readonly by: SQL; readonly type: SQL }>> = {
  due: { by: sql`coalesce(${tasks.dueDate}, date '9999-12-31')`, type: sql`date` },
  start: { by: sql`coalesce(${tasks.startDate}, date '9999-12-31')`, type: sql`date` },
  rank: { by: sql`${tasks.rank}`, type: sql`text` },
  priority: {
    by: sql`(CASE ${tasks.priority} WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END)`,
    type: sql`int`,
  },
  status: {
    by: sql`(CASE ${tasks.status} WHEN 'todo' THEN 0 WHEN 'doing' THEN 1 WHEN 'review' THEN 2 WHEN 'done' THEN 3 ELSE 4 END)`,
    type: sql`int`,
  },
  title: { by: sql`${tasks.title}`, type: sql`text` },
  number: { by: sql`${tasks.number}`, type: sql`int` },
  updated: { by: sql`${tasks.updatedAt}`, type: sql`timestamptz` },
};

export interface ListedTask {
  readonly task: CardRow;
  /** Value it was sorted by, as text; with the id the place in the list. */
  readonly key: string | null;
}

/** One row more than `limit`, in order; equal values in order of id. */
export async function selectTasks(
  tx: TenantTx,
  condition: SQL | undefined,
  order: { readonly sort: TaskSort; readonly direction: "up" | "down" },
  page: { readonly limit: number; readonly after: CursorKey | undefined },
): Promise<ListedTask[]> {
  const { by, type } = SORTS[order.sort];
  const [sign, word] = order.direction === "up" ? [sql`>`, sql`ASC`] : [sql`<`, sql`DESC`];
  const after = page.after
    ? sql`(${by}, ${tasks.id}) ${sign} (${String(page.after[0])}::${type}, ${String(page.after[1])})`
    : undefined;
  const cards = await selectCards(tx, {
    where: and(condition, after),
    order: sql`${by} ${word}, ${tasks.id} ${word}`,
    limit: page.limit + 1,
    key: by,
  });
  return cards.map((task) => ({ task, key: task.key }));
}
