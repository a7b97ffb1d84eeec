import { type Call, notFound } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { type CalendarDate, ok, type Problem, type Result } from "@yutu/kernel";
import { findVisibleProject, type ProjectHead, visibleProjects } from "@yutu/projects/server";
import { planLedger } from "@yutu/tasks/server";
import type { z } from "zod";
import type { annotationSchema } from "../../contract/schemas.ts";
import { checkWindow } from "../scope.ts";

type Annotation = z.output<typeof annotationSchema>;

const anchorOf = (project: ProjectHead): Annotation => ({
  date: project.anchorDate,
  kind: "anchor",
  title: project.name,
  projectId: project.id,
  taskId: null,
});

/** Milestones on the day they were reached or are due, and the first day of each phase. */
async function planAnnotations(tx: TenantTx, projectId: string): Promise<Annotation[]> {
  const { phases, tasks } = await planLedger(tx, projectId);
  const alive = tasks.filter((task) => task.status !== "cancelled");
  const milestones = alive.flatMap((task): Annotation[] => {
    const date = task.completedOn ?? task.dueDate;
    return task.milestone && date
      ? [{ date, kind: "milestone", title: task.title, projectId, taskId: task.taskId }]
      : [];
  });
  const starts = phases.flatMap((phase): Annotation[] => {
    const days = alive.filter((task) => task.phaseId === phase.id).flatMap((t) => t.startedOn ?? t.startDate ?? []);
    const first = days.reduce((a, b) => (a === "" || b < a ? b : a), "");
    return first === "" ? [] : [{ date: first, kind: "phase", title: phase.name, projectId, taskId: null }];
  });
  return [...milestones, ...starts];
}

/** What happened in the plan within a window, in order of date. */
export async function listAnnotations(
  { tx, actor }: Call,
  query: { readonly from: CalendarDate; readonly to: CalendarDate; readonly projectId?: string | undefined },
): Promise<Result<{ annotations: Annotation[] }, Problem>> {
  const window = checkWindow(query);
  if (!window.ok) return window;
  const within = ({ date }: Annotation) => date >= query.from && date <= query.to;
  const inOrder = (list: Annotation[]) =>
    ok({
      annotations: list.filter(within).sort((a, b) => a.date.localeCompare(b.date) || a.kind.localeCompare(b.kind)),
    });
  if (query.projectId === undefined) return inOrder((await visibleProjects(tx, actor)).map(anchorOf));
  const project = await findVisibleProject(tx, actor, query.projectId);
  if (!project) return notFound("project");
  return inOrder([anchorOf(project), ...(await planAnnotations(tx, project.id))]);
}
