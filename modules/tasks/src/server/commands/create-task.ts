import type { Call } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { taskAssigned, taskCreated } from "../../domain/events.ts";
import { placeDates } from "../../domain/place-dates.ts";
import { momentsAfter } from "../../domain/status.ts";
import { checkOpen, reachProject, todayOf } from "../access.ts";
import { takeNumbers } from "../numbers.ts";
import { rankAtEnd } from "../rank-cards.ts";
import { lockPlan } from "../repository/tasks.ts";
import { settlePlan } from "../schedule.ts";
import { tasks } from "../tables.ts";
import { checkReferences, type TaskChange } from "./change-task.ts";

export type NewTask = TaskChange & { readonly projectId: string; readonly title: string };

const UNPLACED = { milestone: false, startDate: null, dueDate: null, durationDays: 1 };
const UNTOUCHED = { startedOn: null, completedOn: null, progress: 0 };

export async function createTask(call: Call, body: NewTask): Promise<Result<{ id: string; number: number }, Problem>> {
  const { tx, actor } = call;
  const project = await reachProject(call, body.projectId);
  if (!project.ok) return project;
  const open = checkOpen(project.value);
  if (!open.ok) return open;
  await lockPlan(tx, body.projectId);
  const id = tx.ids.next("tsk");
  const checked = await checkReferences(call, { id, projectId: body.projectId }, body);
  if (!checked.ok) return checked;
  const { milestone, startDate, dueDate, durationDays, status = "todo", ...plain } = body;
  const placed = placeDates(UNPLACED, { milestone, startDate, dueDate, durationDays });
  if (!placed.ok) return placed;
  const number = await takeNumbers(tx, 1);
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  await tx.db.insert(tasks).values({
    ...given,
    ...placed.value,
    ...momentsAfter(UNTOUCHED, status, await todayOf(call)),
    ...(body.progress === undefined ? {} : { progress: body.progress }),
    id,
    number,
    status,
    projectId: body.projectId,
    title: body.title,
    rank: await rankAtEnd(tx, body.projectId),
    createdBy: actor.memberId,
  });
  const about = { entity: "task", id, projectId: body.projectId };
  await tx.emit(taskCreated, { taskId: id, projectId: body.projectId, title: body.title }, about);
  const memberIds = [...new Set(body.assigneeIds ?? [])];
  if (memberIds.length > 0)
    await tx.emit(taskAssigned, { taskId: id, projectId: body.projectId, title: body.title, memberIds }, about);
  const settled = body.parentId ? await settlePlan(tx, project.value) : ok([]);
  return settled.ok ? ok({ id, number }) : settled;
}
