import { type Call, invalid } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { z } from "zod";
import type { taskChangeSchema } from "../../contract/schemas.ts";
import { taskAssigned, taskChanged, taskStatusChanged } from "../../domain/events.ts";
import { placeDates } from "../../domain/place-dates.ts";
import { taskProblems } from "../../domain/problems.ts";
import { isEnded, momentsAfter } from "../../domain/status.ts";
import { checkMembers, type Reached, todayOf } from "../access.ts";
import { findTasks, linksAt, listPhases, saveTask, type TaskRow, type TaskValues } from "../repository/tasks.ts";

export type TaskChange = z.output<typeof taskChangeSchema> & { readonly rank?: string };

export interface ChangeOptions {
  /** Done although a predecessor is not. */
  readonly despiteBlockers: boolean;
  /** Tasks that end in the same request. */
  readonly ending?: ReadonlySet<string>;
}

const subjectOf = (task: TaskRow) => ({ entity: "task", id: task.id, projectId: task.projectId });

async function checkParent({ tx }: Call, task: Pick<TaskRow, "id" | "projectId">, parentId: string) {
  for (let at: string | null = parentId; at; ) {
    if (at === task.id) return err(problem(taskProblems.parentCycle, "Choose a task that is not below this one."));
    const [above]: TaskRow[] = await findTasks(tx, [at]);
    if (!above || above.projectId !== task.projectId)
      return err(problem(taskProblems.unknownTask, "Choose a parent of the same project."));
    at = above.parentId;
  }
  return ok(null);
}

/** Refuses people, phases and parents that the project does not have. */
export async function checkReferences(
  call: Call,
  task: Pick<TaskRow, "id" | "projectId">,
  change: TaskChange,
): Promise<Result<null, Problem>> {
  const people = [
    ["/body/assigneeIds", change.assigneeIds ?? []],
    ["/body/watcherIds", change.watcherIds ?? []],
    ["/body/accountableId", change.accountableId ? [change.accountableId] : []],
  ] as const;
  for (const [pointer, ids] of people) {
    const checked = await checkMembers(call, ids, pointer);
    if (!checked.ok) return checked;
  }
  if (change.phaseId && !(await listPhases(call.tx, task.projectId)).some((p) => p.id === change.phaseId))
    return err(problem(taskProblems.unknownPhase, "Choose a phase of the project."));
  const { constraintKind: kind } = change;
  if (kind && kind !== "ASAP" && kind !== "ALAP" && !change.constraintDate)
    return invalid("/body/constraintDate", "required", "This rule needs a date.");
  return change.parentId ? checkParent(call, task, change.parentId) : ok(null);
}

/** Predecessors whose end this task's end waits for. */
async function checkBlockers({ tx }: Call, task: TaskRow, { despiteBlockers, ending }: ChangeOptions) {
  if (despiteBlockers) return ok(null);
  const links = await linksAt(tx, task.id);
  const before = links.filter((l) => l.toId === task.id && (l.type === "FS" || l.type === "FF")).map((l) => l.fromId);
  const open = (await findTasks(tx, before)).filter((t) => !isEnded(t.status) && !ending?.has(t.id));
  if (open.length === 0) return ok(null);
  const names = open.map((t) => t.title).join("、");
  return err(
    problem(taskProblems.blocked, "End the predecessors first, or say that it is done all the same.", {
      params: { names, count: open.length },
    }),
  );
}

function valuesOf(task: TaskRow, change: TaskChange, today: string): Result<TaskValues, Problem> {
  const { status, startDate, dueDate, durationDays, milestone, assigneeIds, labels, watcherIds, ...plain } = change;
  const moves = [startDate, dueDate, durationDays, milestone].some((value) => value !== undefined);
  const placed = moves ? placeDates(task, { startDate, dueDate, durationDays, milestone }) : ok({});
  if (!placed.ok) return placed;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const moments = status && status !== task.status ? { status, ...momentsAfter(task, status, today) } : {};
  const lists = {
    ...(assigneeIds ? { assigneeIds: [...new Set(assigneeIds)] } : {}),
    ...(watcherIds ? { watcherIds: [...new Set(watcherIds)] } : {}),
    ...(labels ? { labels: [...new Set(labels)] } : {}),
  };
  return ok({ ...moments, ...given, ...lists, ...placed.value });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function announce({ tx, actor }: Call, before: TaskRow, after: TaskRow, fields: string[]): Promise<void> {
  const ids = { taskId: after.id, projectId: after.projectId };
  await tx.emit(taskChanged, { ...ids, fields }, subjectOf(after));
  const memberIds = after.assigneeIds.filter((id) => !before.assigneeIds.includes(id));
  if (memberIds.length > 0) await tx.emit(taskAssigned, { ...ids, title: after.title, memberIds }, subjectOf(after));
  if (before.status !== after.status) {
    const followers = new Set([...after.watcherIds, ...after.assigneeIds, after.accountableId ?? ""]);
    const watcherIds = [...followers].filter((id) => id !== "" && id !== actor.memberId);
    const moved = { title: after.title, from: before.status, to: after.status, watcherIds };
    await tx.emit(taskStatusChanged, { ...ids, ...moved }, subjectOf(after));
  }
}

export interface ChangedTask {
  readonly row: TaskRow;
  /** Links or parents may have to follow. */
  readonly reschedules: boolean;
}

const SCHEDULED = [
  "status",
  "startDate",
  "dueDate",
  "durationDays",
  "milestone",
  "parentId",
  "constraintKind",
] as const;

/** Changes one held task in place; the caller settles the plan afterwards. */
export async function changeTask(
  call: Call,
  { task }: Reached,
  change: TaskChange,
  options: ChangeOptions,
): Promise<Result<ChangedTask, Problem>> {
  const checked = await checkReferences(call, task, change);
  if (!checked.ok) return checked;
  const values = valuesOf(task, change, await todayOf(call));
  if (!values.ok) return values;
  if (values.value.status === "done") {
    const free = await checkBlockers(call, task, options);
    if (!free.ok) return free;
  }
  const changed = Object.fromEntries(
    Object.entries(values.value).filter(([key, value]) => !same(value, task[key as keyof TaskRow])),
  ) as TaskValues;
  const fields = Object.keys(changed);
  if (fields.length === 0) return ok({ row: task, reschedules: false });
  const row = await saveTask(call.tx, task.id, changed);
  await announce(call, task, row, fields);
  return ok({ row, reschedules: SCHEDULED.some((field) => field in changed) });
}
