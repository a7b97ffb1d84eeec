import type { TenantTx } from "@yutu/database";
import { type SQL, sql } from "drizzle-orm";
import type { TaskRow } from "./tasks.ts";

/** What a task shows in lists, on boards and in calendars. */
export type CardRow = Pick<
  TaskRow,
  | "id"
  | "number"
  | "projectId"
  | "phaseId"
  | "parentId"
  | "title"
  | "status"
  | "priority"
  | "channel"
  | "labels"
  | "assigneeIds"
  | "accountableId"
  | "milestone"
  | "startDate"
  | "dueDate"
  | "durationDays"
  | "completedOn"
  | "progress"
  | "checklist"
  | "budgetMinor"
  | "version"
>;

// Amounts stay below 2^53, so they are exact as double precision.
const COLUMNS = sql.raw(`
  id, number, project_id AS "projectId", phase_id AS "phaseId", parent_id AS "parentId", title, status, priority, channel, to_json(labels) AS labels,
  to_json(assignee_ids) AS "assigneeIds", accountable_id AS "accountableId", milestone, start_date::text AS "startDate",
  due_date::text AS "dueDate", duration_days AS "durationDays", completed_on::text AS "completedOn", progress, checklist,
  budget_minor::float8 AS "budgetMinor", version`);

/**
 * Cards that satisfy a condition, with the value they are sorted by. Hundreds at a time are read here, so they come as
 * plain values: the query builder takes longer to map such rows than the database to find them.
 * @param order what follows ORDER BY
 */
export async function selectCards(
  tx: TenantTx,
  question: { readonly where: SQL | undefined; readonly order: SQL; readonly limit: number; readonly key?: SQL },
): Promise<(CardRow & { key: string | null })[]> {
  const { where = sql`true`, order, limit, key = sql`NULL` } = question;
  const { rows } = await tx.db.execute<CardRow & { key: string | null }>(
    // What is found is limited first and turned into plain values then: a month of a workspace finds thousands.
    sql`SELECT ${COLUMNS}, (${key})::text AS key
        FROM (SELECT * FROM tasks WHERE ${where} ORDER BY ${order} LIMIT ${limit}) AS tasks ORDER BY ${order}`,
  );
  return rows;
}
