import { type Subscriber, subscribe } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { Amount, calendarDate } from "@yutu/kernel";
import {
  budgetLinesOf,
  layPlan,
  type ProjectTemplate,
  projectCreated,
  projectStatusChanged,
  tasksFor,
  templateSchema,
} from "@yutu/projects/domain";
import type { z } from "zod";
import { planLaid } from "../domain/events.ts";
import type { MilestoneEdge } from "../domain/plan.ts";
import { ranksFor } from "../domain/rank.ts";
import { workingCalendar } from "../domain/working-calendar.ts";
import { takeNumbers } from "./numbers.ts";
import { phases, taskLinks, tasks } from "./tables.ts";

type Created = z.output<typeof projectCreated.schema>;

async function layPhases(
  tx: TenantTx,
  created: Created,
  template: ProjectTemplate,
): Promise<ReadonlyMap<string, string>> {
  const rows = template.phases.map((phase, position) => ({
    id: tx.ids.next("pha"),
    projectId: created.projectId,
    key: phase.key,
    name: phase.name[created.locale],
    position,
  }));
  await tx.db.insert(phases).values(rows);
  return new Map(rows.map((row) => [row.key, row.id]));
}

/**
 * What each task may cost: the planned amount of its budget line, shared among the line's tasks by their working days.
 * Tasks without a line cost nothing that is planned.
 */
function budgetsOf(created: Created, template: ProjectTemplate): ReadonlyMap<string, number> {
  const lines = budgetLinesOf(template, created.totalBudgetMinor, created.channels);
  const used = tasksFor(template, created.channels);
  const amounts = new Map<string, number>();
  for (const line of lines) {
    const paid = used.filter((task) => task.budget === line.key);
    if (paid.length === 0 || line.plannedMinor === 0) continue;
    const parts = Amount.allocate(
      line.plannedMinor,
      paid.map((task) => Math.max(1, task.durationDays)),
    );
    paid.forEach((task, i) => amounts.set(task.key, parts[i] ?? 0));
  }
  return amounts;
}

/** Turns the template's plan into tasks and links of the project, with dates and people. */
async function layTasks(tx: TenantTx, created: Created): Promise<void> {
  const template = templateSchema.parse(created.template);
  const anchorDate = calendarDate(created.anchorDate);
  const laid = layPlan(
    template,
    { anchorDate, today: calendarDate(created.plannedOn), channels: created.channels },
    workingCalendar().data,
  );
  if (!laid.ok) throw new Error(`the plan of ${created.projectId} cannot be laid: ${laid.error.detail}`);
  const phaseIds = await layPhases(tx, created, template);
  const used = tasksFor(template, created.channels);
  const dates = new Map(laid.value.tasks.map((t) => [t.key, t]));
  const first = await takeNumbers(tx, used.length);
  const ranks = ranksFor(used.length);
  const ids = new Map(used.map((task) => [task.key, tx.ids.next("tsk")]));
  const budgets = budgetsOf(created, template);
  const followers = new Set(laid.value.links.map((l) => l.to));
  // As the plan was laid: the anchor opens its day, other milestones close theirs once something leads to them.
  const edgeOf = (key: string): MilestoneEdge => (key === template.anchorTask || !followers.has(key) ? "start" : "end");
  const peopleOf = (role: string | undefined): readonly string[] => (role ? (created.people[role] ?? []) : []);
  await tx.db.insert(tasks).values(
    used.map((task, i) => {
      const at = dates.get(task.key);
      return {
        id: ids.get(task.key) ?? "",
        number: first + i,
        projectId: created.projectId,
        phaseId: phaseIds.get(task.phase) ?? null,
        templateKey: task.key,
        title: task.name[created.locale],
        priority: task.priority,
        channel: task.channels[0] ?? null,
        assigneeIds: [...peopleOf(task.role)],
        accountableId: peopleOf(task.accountable)[0] ?? created.managerId,
        milestone: task.durationDays === 0,
        milestoneAt: task.durationDays === 0 ? edgeOf(task.key) : null,
        startDate: at?.start ?? null,
        dueDate: at?.finish ?? null,
        durationDays: task.durationDays,
        checklist: task.checklist.map((item, n) => ({
          id: `${task.key}-${n}`,
          text: item[created.locale],
          done: false,
        })),
        budgetLineKey: task.budget ?? null,
        budgetMinor: budgets.get(task.key) ?? null,
        rank: ranks[i] ?? "V",
      };
    }),
  );
  const links = laid.value.links.map((l) => ({
    id: tx.ids.next("tln"),
    projectId: created.projectId,
    fromId: ids.get(l.from) ?? "",
    toId: ids.get(l.to) ?? "",
    type: l.type,
    lag: l.lag ?? null,
  }));
  if (links.length > 0) await tx.db.insert(taskLinks).values(links);
  await tx.emit(
    planLaid,
    { projectId: created.projectId, tasks: used.length },
    { entity: "plan", id: created.projectId, projectId: created.projectId },
  );
}

export const subscribers: readonly Subscriber[] = [
  subscribe("tasks.lay-plan", projectCreated, ({ tx }, { payload }) => layTasks(tx, payload)),
  // The dates that were approved are what slippage is measured against.
  subscribe("tasks.keep-baseline", projectStatusChanged, async ({ tx }, { payload }) => {
    if (payload.to !== "approved") return;
    await tx.query(
      "UPDATE tasks SET baseline_start = start_date, baseline_due = due_date WHERE project_id = $1 AND deleted_at IS NULL AND baseline_due IS NULL",
      [payload.projectId],
    );
  }),
];
