import type { Call } from "@yutu/application";
import { addDays, calendarDate, isoWeekday } from "@yutu/kernel";
import { visibleProjects } from "@yutu/projects/server";
import { and, eq, isNull, sql } from "drizzle-orm";
import { isOverdue } from "../../domain/status.ts";
import { todayOf } from "../access.ts";
import { presentRows } from "../presenters.ts";
import { type CardRow, selectCards } from "../repository/cards.ts";
import { tasks } from "../tables.ts";

const MOST = 500;
/** Later tasks that are shown by name. */
const FEW = 8;

/** Open tasks the member works on, and those in review that they answer for; the most urgent first. */
const openWork = ({ tx, actor }: Call): Promise<CardRow[]> =>
  selectCards(tx, {
    where: sql`${tasks.id} = ANY(ARRAY(
      SELECT task_id FROM task_assignees WHERE member_id = ${actor.memberId} AND open
      UNION ALL SELECT id FROM tasks WHERE accountable_id = ${actor.memberId} AND status = 'review' AND deleted_at IS NULL))`,
    order: sql`coalesce(${tasks.dueDate}, date '9999-12-31'), ${tasks.id}`,
    limit: MOST,
  });

async function doneSince({ tx, actor }: Call, monday: string): Promise<number> {
  const [row] = await tx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(tasks)
    .where(
      and(
        isNull(tasks.deletedAt),
        eq(tasks.status, "done"),
        sql`${tasks.completedOn} >= ${monday}`,
        sql`${tasks.id} = ANY(ARRAY(SELECT task_id FROM task_assignees WHERE member_id = ${actor.memberId} AND NOT open))`,
      ),
    );
  return row?.n ?? 0;
}

/** The caller's day. Work of projects that are over or hidden does not show. */
export async function listMyWork(call: Call) {
  const today = await todayOf(call);
  const work = await openWork(call);
  const projects = (await visibleProjects(call.tx, call.actor, [...new Set(work.map((row) => row.projectId))])).filter(
    (p) => p.status !== "closed" && p.status !== "cancelled",
  );
  const alive = new Set(projects.map((p) => p.id));
  const rows = work.filter((row) => alive.has(row.projectId));
  const monday = addDays(calendarDate(today), 1 - isoWeekday(calendarDate(today)));
  const sunday = addDays(monday, 6);
  const mine = rows.filter((row) => row.assigneeIds.includes(call.actor.memberId));
  const presented = new Map((await presentRows(call, rows)).map((row) => [row.id, row]));
  const show = (list: readonly CardRow[]) => list.flatMap((row) => presented.get(row.id) ?? []);
  const dueIn = (from: string, to: string) => mine.filter((t) => t.dueDate && t.dueDate >= from && t.dueDate <= to);
  const later = mine.filter((row) => row.dueDate === null || row.dueDate > sunday);
  const used = new Set(rows.map((row) => row.projectId));
  return {
    today,
    overdue: show(mine.filter((row) => isOverdue(row, today))),
    dueToday: show(dueIn(today, today)),
    thisWeek: show(dueIn(addDays(calendarDate(today), 1), sunday)),
    waiting: show(rows.filter((row) => row.status === "review" && row.accountableId === call.actor.memberId)),
    later: show(later.slice(0, FEW)),
    laterCount: later.length,
    doneThisWeek: await doneSince(call, monday),
    projects: projects.filter((p) => used.has(p.id)).map(({ id, name, color }) => ({ id, name, color })),
  };
}
