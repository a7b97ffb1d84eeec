import { type Call, may, notFound } from "@yutu/application";
import { findActiveMember, workspaceFacts } from "@yutu/identity/server";
import { calendarDateIn, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { isOpen } from "@yutu/projects/domain";
import { findVisibleProject, type ProjectRow } from "@yutu/projects/server";
import { taskProblems } from "../domain/problems.ts";
import { findTask, lockPlan, lockTasks, selectAnyTasks, type TaskRow } from "./repository/tasks.ts";

/** A task with the project it belongs to, both of which exist for the caller. */
export interface Reached {
  readonly task: TaskRow;
  readonly project: ProjectRow;
}

export const todayOf = async ({ tx }: Pick<Call, "tx">): Promise<string> =>
  calendarDateIn(tx.now, (await workspaceFacts(tx)).timeZone);

export async function reachTask({ tx, actor }: Call, taskId: string): Promise<Result<Reached, Problem>> {
  const task = await findTask(tx, taskId);
  const project = task && (await findVisibleProject(tx, actor, task.projectId));
  return task && project ? ok({ task, project }) : notFound("task");
}

export async function reachProject({ tx, actor }: Call, projectId: string): Promise<Result<ProjectRow, Problem>> {
  const project = await findVisibleProject(tx, actor, projectId);
  return project ? ok(project) : notFound("project");
}

/** Work may change only while the project is alive. */
export const checkOpen = (project: ProjectRow): Result<ProjectRow, Problem> =>
  isOpen(project.status)
    ? ok(project)
    : err(
        problem(taskProblems.projectClosed, "It is over; its record stays as it is.", {
          params: { status: project.status },
        }),
      );

/** The task as it is now, with its project's plan held until the transaction ends. */
export async function holdTask(call: Call, taskId: string): Promise<Result<Reached, Problem>> {
  const reached = await reachTask(call, taskId);
  if (!reached.ok) return reached;
  const open = checkOpen(reached.value.project);
  if (!open.ok) return open;
  await lockPlan(call.tx, reached.value.project.id);
  const task = await findTask(call.tx, taskId, { lock: true });
  return task ? ok({ task, project: reached.value.project }) : notFound("task");
}

/**
 * Several tasks with their projects, held like `holdTask`; one that is hidden or gone refuses all.
 * @param deleted whether the tasks are looked for among the deleted ones
 */
export async function holdTasks(
  call: Call,
  taskIds: readonly string[],
  deleted: boolean,
): Promise<Result<Reached[], Problem>> {
  const wanted = [...new Set(taskIds)];
  const projects = new Map<string, ProjectRow>();
  const known = await selectAnyTasks(call.tx, wanted);
  if (known.length < wanted.length) return notFound("task");
  for (const projectId of [...new Set(known.map((row) => row.projectId))].sort()) {
    const project = await findVisibleProject(call.tx, call.actor, projectId);
    if (!project) return notFound("task");
    const open = checkOpen(project);
    if (!open.ok) return open;
    projects.set(projectId, project);
    await lockPlan(call.tx, projectId);
  }
  const rows = (await lockTasks(call.tx, wanted)).filter((row) => (row.deletedAt !== null) === deleted);
  if (!deleted && rows.length < wanted.length) return notFound("task");
  return ok(
    rows.flatMap((task) => {
      const project = projects.get(task.projectId);
      return project ? [{ task, project }] : [];
    }),
  );
}

/** Whether the caller may change work of the project now. */
export const mayEdit = ({ actor }: Call, project: ProjectRow): boolean =>
  may(actor, "tasks.edit") && isOpen(project.status);

/** Refuses people who are not active members. `pointer` is the path of the list in the request. */
export async function checkMembers(
  { tx }: Call,
  memberIds: readonly string[],
  pointer: string,
): Promise<Result<null, Problem>> {
  for (const [i, memberId] of memberIds.entries()) {
    if (await findActiveMember(tx, memberId)) continue;
    return err(
      problem(taskProblems.unknownMember, "Choose active members of the workspace.", {
        errors: [{ pointer: `${pointer}/${i}`, code: "unknown", message: "no such active member" }],
        params: { memberId },
      }),
    );
  }
  return ok(null);
}
