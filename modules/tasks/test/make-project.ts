import { projects } from "@yutu/projects/contract";
import { tasks } from "@yutu/tasks/contract";
import type { Person, TestApp } from "@yutu/testkit";

/** A 电商大促 project anchored on Double 11, its plan laid. */
export async function makeProject(
  app: TestApp,
  options: { readonly visibility?: "workspace" | "private"; readonly name?: string; readonly by?: Person } = {},
): Promise<string> {
  const pm = options.by ?? (await app.as("pm"));
  const made = await pm.must(projects.createProject, {
    body: {
      typeKey: "ecommerce_promo",
      name: options.name ?? "双11 大促",
      anchorDate: "2026-11-11",
      totalBudgetMinor: 100_000_000,
      channels: ["tmall", "douyin", "xiaohongshu", "wechat"],
      managerId: pm.memberId,
      people: { designer: [(await app.as("designer")).memberId] },
      visibility: options.visibility ?? "workspace",
    },
  });
  await app.settle();
  return made.id;
}

/** Every task of a project by its title. */
export async function tasksByTitle(person: Person, projectId: string) {
  const { items } = await person.must(tasks.listTasks, { query: { projectId, limit: 500, sort: "rank" } });
  return new Map(items.map((task) => [task.title, task]));
}

/** A task with given days, by itself. */
export async function addTask(
  person: Person,
  projectId: string,
  title: string,
  startDate?: string,
  dueDate?: string,
): Promise<string> {
  const body = { projectId, title, ...(startDate ? { startDate } : {}), ...(dueDate ? { dueDate } : {}) };
  return (await person.must(tasks.createTask, { body })).id;
}

/** Ends a project's life as far as other modules can tell. */
export const closeProject = (app: TestApp, projectId: string): Promise<unknown> =>
  app.sql("UPDATE projects SET status = 'closed' WHERE id = $1 RETURNING id", [projectId]);
