import type { TenantTx } from "@yutu/database";
import { Amount, calendarDate } from "@yutu/kernel";
import {
  budgetLinesOf,
  type LaidPlan,
  layPlan,
  type ProjectTemplate,
  type projectCreated,
  type TemplateTask,
  tasksFor,
  templateSchema,
} from "@yutu/projects/domain";
import type { z } from "zod";
import { planLaid } from "../../domain/events.ts";
import type { MilestoneEdge } from "../../domain/plan.ts";
import { ranksFor } from "../../domain/rank.ts";
import { workingCalendar } from "../../domain/working-calendar.ts";
import { takeNumbers } from "../numbers.ts";
import { phases, taskLinks, tasks } from "../tables.ts";

type Created = z.output<typeof projectCreated.schema>;
type NewTask = typeof tasks.$inferInsert;

/** A template with what a project makes of it. */
interface Laid {
  readonly created: Created;
  readonly template: ProjectTemplate;
  readonly used: readonly TemplateTask[];
  readonly plan: LaidPlan;
  /** Task ids by template key. */
  readonly ids: ReadonlyMap<string, string>;
}

async function layPhases(tx: TenantTx, { created, template }: Laid): Promise<ReadonlyMap<string, string>> {
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

/** Amounts of tasks are whole hundreds; what is left of a line stays with the line. */
const ROUND_MINOR = 10_000;

/** What each task may cost: the planned amount of its budget line, shared among the line's tasks by their working days. */
function budgetsOf({ created, template, used }: Laid): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const line of budgetLinesOf(template, created.totalBudgetMinor, created.channels)) {
    const paid = used.filter((task) => task.budget === line.key);
    const rounds = Math.floor(line.plannedMinor / ROUND_MINOR);
    if (paid.length === 0 || rounds === 0) continue;
    const weights = paid.map((task) => Math.max(1, task.durationDays));
    const parts = Amount.allocate(rounds, weights);
    paid.forEach((task, i) => amounts.set(task.key, (parts[i] ?? 0) * ROUND_MINOR));
  }
  return amounts;
}

/** As the plan was laid: the anchor opens its day, other milestones close theirs once something leads to them. */
function edgesOf({ template, plan }: Laid): (task: TemplateTask) => MilestoneEdge | null {
  const followers = new Set(plan.links.map((l) => l.to));
  return ({ key, durationDays }) => {
    if (durationDays > 0) return null;
    return key === template.anchorTask || !followers.has(key) ? "start" : "end";
  };
}

function rowsOf(laid: Laid, phaseIds: ReadonlyMap<string, string>, firstNumber: number): NewTask[] {
  const { created, used, plan, ids } = laid;
  const dates = new Map(plan.tasks.map((t) => [t.key, t]));
  const ranks = ranksFor(used.length);
  const budgets = budgetsOf(laid);
  const edgeOf = edgesOf(laid);
  const peopleOf = (role: string | undefined): readonly string[] => (role ? (created.people[role] ?? []) : []);
  return used.map((task, i) => ({
    id: ids.get(task.key) ?? "",
    number: firstNumber + i,
    projectId: created.projectId,
    phaseId: phaseIds.get(task.phase) ?? null,
    templateKey: task.key,
    title: task.name[created.locale],
    priority: task.priority,
    channel: task.channels[0] ?? null,
    assigneeIds: [...peopleOf(task.role)],
    accountableId: peopleOf(task.accountable)[0] ?? created.managerId,
    milestone: task.durationDays === 0,
    milestoneAt: edgeOf(task),
    startDate: dates.get(task.key)?.start ?? null,
    dueDate: dates.get(task.key)?.finish ?? null,
    durationDays: task.durationDays,
    checklist: task.checklist.map((item, n) => ({ id: `${task.key}-${n}`, text: item[created.locale], done: false })),
    budgetLineKey: task.budget ?? null,
    budgetMinor: budgets.get(task.key) ?? null,
    rank: ranks[i] ?? "V",
  }));
}

async function insertLinks(tx: TenantTx, { created, plan, ids }: Laid): Promise<void> {
  const rows = plan.links.map((l) => ({
    id: tx.ids.next("tln"),
    projectId: created.projectId,
    fromId: ids.get(l.from) ?? "",
    toId: ids.get(l.to) ?? "",
    type: l.type,
    lag: l.lag ?? null,
  }));
  if (rows.length > 0) await tx.db.insert(taskLinks).values(rows);
}

/** Turns the plan of a project's type into tasks and links, with dates, people and planned amounts. */
export async function layTasks(tx: TenantTx, created: Created): Promise<void> {
  const template = templateSchema.parse(created.template);
  const variables = {
    anchorDate: calendarDate(created.anchorDate),
    today: calendarDate(created.plannedOn),
    channels: created.channels,
  };
  const plan = layPlan(template, variables, workingCalendar().data);
  if (!plan.ok) throw new Error(`the plan of ${created.projectId} cannot be laid: ${plan.error.detail}`);
  const used = tasksFor(template, created.channels);
  const ids = new Map(used.map((task) => [task.key, tx.ids.next("tsk")]));
  const laid: Laid = { created, template, used, plan: plan.value, ids };
  const phaseIds = await layPhases(tx, laid);
  await tx.db.insert(tasks).values(rowsOf(laid, phaseIds, await takeNumbers(tx, used.length)));
  await insertLinks(tx, laid);
  await tx.emit(
    planLaid,
    { projectId: created.projectId, tasks: used.length },
    { entity: "plan", id: created.projectId, projectId: created.projectId },
  );
}
