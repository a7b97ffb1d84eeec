import { type Call, type Implementation, implement, implementFile, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { findVisibleProject } from "@yutu/projects/server";
import { retrospectives } from "../contract/index.ts";
import { retrospectiveProblems } from "../domain/index.ts";
import { editText } from "./commands/edit-text.ts";
import { addLesson, decideLesson, updateLesson } from "./commands/manage-lessons.ts";
import { orderWriting } from "./commands/order-writing.ts";
import { setPublished } from "./commands/set-published.ts";
import { exportReport } from "./queries/export-report.ts";
import { getRetrospective } from "./queries/get-retrospective.ts";
import { findRetrospective } from "./repository.ts";

/** Carries a change out and answers with the retrospective as it stands then. */
async function changed(call: Call, projectId: string, change: Promise<Result<null, Problem>>) {
  const done = await change;
  return done.ok ? getRetrospective(call, projectId) : done;
}

async function regenerate(call: Call, projectId: string): Promise<Result<null, Problem>> {
  const project = await findVisibleProject(call.tx, call.actor, projectId);
  if (!project) return notFound("project");
  if (project.status !== "closed")
    return err(problem(retrospectiveProblems.notClosed, "It is written when the project is closed."));
  const row = await findRetrospective(call.tx, projectId, { lock: true });
  if (row?.status === "published") return err(problem(retrospectiveProblems.published, "Take it back first."));
  await orderWriting(call.tx, call.services, projectId);
  return ok(null);
}

const nothing = (result: Result<null, Problem>) => (result.ok ? ok({}) : result);

export const operations: readonly Implementation[] = [
  implement(retrospectives.getRetrospective, (call, { params }) => getRetrospective(call, params.projectId)),
  implement(retrospectives.regenerate, (call, { params }) =>
    changed(call, params.projectId, regenerate(call, params.projectId)),
  ),
  implement(retrospectives.updateBlock, (call, { params, body }) =>
    changed(call, params.projectId, editText(call, params.projectId, body)),
  ),
  implement(retrospectives.setPublished, (call, { params, body }) =>
    changed(call, params.projectId, setPublished(call, params.projectId, body.published)),
  ),
  implement(retrospectives.addLesson, async (call, { params, body }) => {
    const added = await addLesson(call, params.projectId, body);
    return added.ok ? ok({ id: added.value }) : added;
  }),
  implement(retrospectives.updateLesson, async (call, { params, body }) =>
    nothing(await updateLesson(call, params.lessonId, body)),
  ),
  implement(retrospectives.decideLesson, async (call, { params, body }) =>
    nothing(await decideLesson(call, params.lessonId, body.decision)),
  ),
  implementFile(retrospectives.exportMarkdown, (call, { params, query }) =>
    exportReport(call, params.projectId, query.locale, "markdown"),
  ),
  implementFile(retrospectives.exportWord, (call, { params, query }) =>
    exportReport(call, params.projectId, query.locale, "word"),
  ),
];
