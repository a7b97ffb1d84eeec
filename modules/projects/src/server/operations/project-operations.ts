import { type Call, type Implementation, implement, notFound } from "@yutu/application";
import { ok, type Problem, type Result, toPage } from "@yutu/kernel";
import { and, eq } from "drizzle-orm";
import { projects } from "../../contract/index.ts";
import { createProject } from "../commands/create-project.ts";
import { moveProject } from "../commands/move-project.ts";
import { updateProject } from "../commands/update-project.ts";
import { updateTemplate } from "../commands/update-template.ts";
import { presentProject, presentSummaries } from "../presenters.ts";
import { previewPlan } from "../queries/preview-plan.ts";
import { listProjects } from "../repository.ts";
import { projectFavourites } from "../tables.ts";
import { listTemplates } from "../templates.ts";
import { findVisibleProject, type ProjectRow } from "../visibility.ts";

async function answer({ tx, actor }: Call, projectId: string) {
  const row = await findVisibleProject(tx, actor, projectId);
  return row ? ok(await presentProject(tx, actor, row)) : notFound("project");
}

/** Carries a command out on a project that exists for the caller, and answers with how it stands then. */
async function onProject(
  call: Call,
  projectId: string,
  command: (project: ProjectRow) => Promise<Result<null, Problem>>,
) {
  const row = await findVisibleProject(call.tx, call.actor, projectId, { lock: true });
  if (!row) return notFound("project");
  const done = await command(row);
  return done.ok ? answer(call, projectId) : done;
}

async function setFavourite({ tx, actor }: Call, projectId: string, favourite: boolean) {
  if (!(await findVisibleProject(tx, actor, projectId))) return notFound("project");
  const mine = and(eq(projectFavourites.memberId, actor.memberId), eq(projectFavourites.projectId, projectId));
  if (favourite)
    await tx.db
      .insert(projectFavourites)
      .values({ id: tx.ids.next("fav"), projectId, memberId: actor.memberId })
      .onConflictDoNothing();
  else await tx.db.delete(projectFavourites).where(mine);
  return ok({});
}

export const projectOperations: readonly Implementation[] = [
  implement(projects.listProjects, async ({ tx, actor }, { query }) => {
    const rows = await listProjects(tx, actor, query, query);
    const page = toPage(rows, query.limit, (row) => [row.anchorDate, row.id]);
    return ok({ items: await presentSummaries(tx, actor, page.items), nextCursor: page.nextCursor });
  }),
  implement(projects.getProject, (call, { params }) => answer(call, params.projectId)),
  implement(projects.previewPlan, ({ tx }, { body }) => previewPlan(tx, body)),
  implement(projects.createProject, (call, { body }) => createProject(call, body)),
  implement(projects.updateProject, (call, { params, body }) =>
    onProject(call, params.projectId, (project) => updateProject(call, project, body)),
  ),
  implement(projects.moveProject, (call, { params, body }) =>
    onProject(call, params.projectId, (project) => moveProject(call, project, body.move, body.reason)),
  ),
  implement(projects.setFavourite, (call, { params, body }) => setFavourite(call, params.projectId, body.favourite)),
  implement(projects.listTemplates, async ({ tx }) => ok({ templates: await listTemplates(tx) })),
  implement(projects.updateTemplate, (call, { params, body: { expectedVersion, ...body } }) =>
    updateTemplate(call, params.key, body, expectedVersion),
  ),
];
