import { type Actor, type Call, notFound } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { findVisibleProject, type ProjectRow } from "@yutu/projects/server";
import { type RetrospectiveDocument, retrospectiveProblems } from "../domain/index.ts";
import { findLesson, findRetrospective, type LessonRow, type RetrospectiveRow } from "./repository.ts";

export interface Written {
  readonly project: ProjectRow;
  readonly row: RetrospectiveRow;
  readonly document: RetrospectiveDocument;
}

/** The retrospective of a project that exists for the actor, once it has been computed. */
export async function reachWritten(
  tx: TenantTx,
  actor: Actor,
  projectId: string,
  options: { readonly lock?: boolean } = {},
): Promise<Result<Written, Problem>> {
  const project = await findVisibleProject(tx, actor, projectId);
  if (!project) return notFound("project");
  const row = await findRetrospective(tx, projectId, options);
  if (!row) return err(problem(retrospectiveProblems.notClosed, "It is written when the project is closed."));
  if (!row.document) return err(problem(retrospectiveProblems.notReady, "Wait until it has been written once."));
  return ok({ project, row, document: row.document });
}

/** The same, held and open to changes. */
export async function holdDraft(call: Call, projectId: string): Promise<Result<Written, Problem>> {
  const written = await reachWritten(call.tx, call.actor, projectId, { lock: true });
  if (written.ok && written.value.row.status === "published")
    return err(problem(retrospectiveProblems.published, "Take it back first."));
  return written;
}

/** A lesson of a project that exists for the caller, held until the transaction ends. */
export async function holdLesson({ tx, actor }: Call, lessonId: string): Promise<Result<LessonRow, Problem>> {
  const lesson = await findLesson(tx, lessonId, { lock: true });
  const project = lesson && (await findVisibleProject(tx, actor, lesson.projectId));
  return lesson && project ? ok(lesson) : notFound("lesson");
}
