import type { TenantTx } from "@yutu/database";
import { calendarDate, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { chinaCalendar } from "@yutu/scheduling";
import { eq } from "drizzle-orm";
import { latestBeginning, PROJECT_TYPES, type ProjectTemplate, projectProblems } from "../domain/index.ts";
import { projectTemplates } from "./tables.ts";

/** A type as the workspace has it: its own version, or the one it began with. */
export async function findTemplate(tx: TenantTx, key: string): Promise<ProjectTemplate | undefined> {
  const [row] = await tx.db.select().from(projectTemplates).where(eq(projectTemplates.key, key));
  return row?.definition ?? PROJECT_TYPES.find((type) => type.key === key);
}

export async function listTemplates(tx: TenantTx): Promise<ProjectTemplate[]> {
  const own = (await tx.db.select().from(projectTemplates)).map((row) => row.definition);
  const byKey = new Map(own.map((t) => [t.key, t]));
  const standard = PROJECT_TYPES.map((type) => byKey.get(type.key) ?? type);
  return [...standard, ...own.filter((t) => !PROJECT_TYPES.some((type) => type.key === t.key))];
}

const keysOf = (list: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(list.map((x) => x.key));

/** The first reason why a template does not hold together, as a path and what is wrong. */
function firstFault(template: ProjectTemplate): { pointer: string; message: string } | undefined {
  const [tasks, roles, phases, lines] = [
    keysOf(template.tasks),
    keysOf(template.roles),
    keysOf(template.phases),
    keysOf(template.budget),
  ];
  for (const [i, task] of template.tasks.entries()) {
    if (!roles.has(task.role)) return { pointer: `/body/tasks/${i}/role`, message: `There is no role ${task.role}.` };
    if (!phases.has(task.phase))
      return { pointer: `/body/tasks/${i}/phase`, message: `There is no phase ${task.phase}.` };
    if (task.budget && !lines.has(task.budget))
      return { pointer: `/body/tasks/${i}/budget`, message: `There is no budget line ${task.budget}.` };
  }
  const loose = template.links.findIndex((l) => !tasks.has(l.from) || !tasks.has(l.to));
  if (loose >= 0) return { pointer: `/body/links/${loose}`, message: "A link names a task that is not there." };
  if (tasks.size !== template.tasks.length) return { pointer: "/body/tasks", message: "Two tasks have the same key." };
  if (!tasks.has(template.anchorTask))
    return { pointer: "/body/anchorTask", message: "The anchor must be one of the tasks." };
  const permille = template.budget.reduce((sum, line) => sum + line.permille, 0);
  return permille === 1000
    ? undefined
    : { pointer: "/body/budget", message: `The shares add up to ${permille} thousandths, they must add up to 1000.` };
}

/** Refuses a template whose parts do not fit, or whose tasks wait for one another. */
export function checkTemplate(template: ProjectTemplate): Result<ProjectTemplate, Problem> {
  const fault = firstFault(template);
  const refuse = (pointer: string, message: string) =>
    err(problem(projectProblems.invalidTemplate, message, { errors: [{ pointer, code: "template", message }] }));
  if (fault) return refuse(fault.pointer, fault.message);
  const laid = latestBeginning(
    template,
    { anchorDate: calendarDate("2026-06-18"), channels: template.defaultChannels },
    chinaCalendar(),
  );
  return laid.ok ? ok(template) : refuse("/body/links", laid.error.detail);
}
