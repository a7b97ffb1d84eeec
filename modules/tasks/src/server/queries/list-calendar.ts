import { type Call, invalid, may, notFound } from "@yutu/application";
import type { OperationInput, OperationOutput } from "@yutu/contract";
import { listMembersByName } from "@yutu/identity/server";
import { daysBetween, ok, type Problem, type Result } from "@yutu/kernel";
import { inVisibleProject, type ProjectHead, visibleProjects } from "@yutu/projects/server";
import { promoNodes } from "@yutu/scheduling";
import { and, eq, gte, isNotNull, lte, or, sql } from "drizzle-orm";
import type { listCalendar as operation } from "../../contract/plan-operations.ts";
import { isOverdue } from "../../domain/status.ts";
import { dayMarks } from "../../domain/working-calendar.ts";
import { todayOf } from "../access.ts";
import { type Names, personOf } from "../presenters.ts";
import { type CardRow, selectCards } from "../repository/cards.ts";
import { conditionsOf } from "../repository/list-tasks.ts";
import { tasks } from "../tables.ts";

type Query = OperationInput<typeof operation>["query"];
type Answer = OperationOutput<typeof operation>;

const LONGEST_DAYS = 400;
const MOST_TASKS = 1500;

/** Over a whole workspace only what the market sees: work on a channel, and milestones. */
function runningIn({ tx, actor }: Call, query: Query, today: string): Promise<CardRow[]> {
  const scope = query.projectId
    ? eq(tasks.projectId, query.projectId)
    : inVisibleProject(tasks.projectId, actor, sql`projects.status <> 'cancelled'`);
  const shown = query.projectId ? undefined : or(isNotNull(tasks.channel), sql`${tasks.milestone}`);
  return selectCards(tx, {
    where: and(
      conditionsOf({ ...query, scope }, today),
      sql`${tasks.status} <> 'cancelled'`,
      lte(tasks.startDate, query.to),
      gte(tasks.dueDate, query.from),
      shown,
    ),
    order: sql`${tasks.startDate}, ${tasks.dueDate}, ${tasks.id}`,
    limit: MOST_TASKS + 1,
  });
}

function nodesIn({ from, to }: Query): Answer["nodes"] {
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, i) => Number(from.slice(0, 4)) + i,
  ).filter((year) => year >= 1950 && year <= 2099);
  return years
    .flatMap((year) => promoNodes(year))
    .filter(({ date }) => date >= from && date <= to)
    .map(({ name, date }) => ({ name, date }));
}

function presentTask(row: CardRow, today: string, names: Names, seesMoney: boolean): Answer["tasks"] {
  const { startDate, dueDate } = row;
  if (!startDate || !dueDate) return [];
  return [
    {
      id: row.id,
      number: row.number,
      projectId: row.projectId,
      phaseId: row.phaseId,
      title: row.title,
      status: row.status,
      channel: row.channel,
      assignees: row.assigneeIds.map((id) => personOf(names, id)),
      milestone: row.milestone,
      startDate,
      dueDate,
      overdue: isOverdue(row, today),
      budgetMinor: seesMoney ? row.budgetMinor : null,
    },
  ];
}

const presentProject = (p: ProjectHead, seesMoney: boolean): Answer["projects"][number] => ({
  id: p.id,
  name: p.name,
  color: p.color,
  status: p.status,
  currency: p.currency,
  anchorDate: p.anchorDate,
  startDate: p.startDate,
  endDate: p.endDate,
  channels: p.channels,
  totalBudgetMinor: seesMoney ? p.totalBudgetMinor : null,
});

export async function listCalendar(call: Call, query: Query): Promise<Result<Answer, Problem>> {
  const length = daysBetween(query.from, query.to);
  if (length < 0 || length > LONGEST_DAYS)
    return invalid("/query/to", "range", `Ask for at most ${LONGEST_DAYS} days, the end not before the beginning.`);
  const visible = await visibleProjects(call.tx, call.actor, query.projectId ? [query.projectId] : undefined);
  const projects = visible.filter((p) => p.status !== "cancelled");
  if (query.projectId && projects.length === 0) return notFound("project");
  const today = await todayOf(call);
  const names = await listMembersByName(call.tx);
  const seesMoney = may(call.actor, "money.view");
  const rows = await runningIn(call, query, today);
  const running = projects.filter((p) => p.startDate <= query.to && p.endDate >= query.from);
  return ok({
    today,
    tasks: rows.slice(0, MOST_TASKS).flatMap((row) => presentTask(row, today, names, seesMoney)),
    truncated: rows.length > MOST_TASKS,
    projects: running.map((p) => presentProject(p, seesMoney)),
    nodes: nodesIn(query),
    days: dayMarks(query.from, query.to),
  });
}
