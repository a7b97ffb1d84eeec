import { type Call, checkVersion } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import {
  decideLesson as decide,
  type Evidence,
  type LessonDecision,
  type LessonKind,
  type LessonStatus,
  lessonChanged,
  retrospectiveProblems,
} from "../../domain/index.ts";
import { holdLesson, reachWritten } from "../reach.ts";
import { lessons } from "../tables.ts";

const announce = (
  { tx }: Call,
  lesson: { readonly id: string; readonly projectId: string },
  status: LessonStatus,
): Promise<void> =>
  tx.emit(
    lessonChanged,
    { projectId: lesson.projectId, lessonId: lesson.id, status },
    { entity: "lesson", id: lesson.id, projectId: lesson.projectId },
  );

/** Proposes a lesson. @returns its id */
export async function addLesson(
  call: Call,
  projectId: string,
  lesson: { readonly kind: LessonKind; readonly text: string; readonly evidence: readonly Evidence[] },
): Promise<Result<string, Problem>> {
  const written = await reachWritten(call.tx, call.actor, projectId);
  if (!written.ok) return written;
  const id = call.tx.ids.next("les");
  await call.tx.db.insert(lessons).values({
    id,
    projectId,
    kind: lesson.kind,
    text: lesson.text,
    evidence: [...lesson.evidence],
    proposedBy: call.actor.memberId,
  });
  await announce(call, { id, projectId }, "proposed");
  return ok(id);
}

export async function updateLesson(
  call: Call,
  lessonId: string,
  change: {
    readonly kind?: LessonKind | undefined;
    readonly text?: string | undefined;
    readonly expectedVersion?: number | undefined;
  },
): Promise<Result<null, Problem>> {
  const { tx } = call;
  const held = await holdLesson(call, lessonId);
  if (!held.ok) return held;
  const { expectedVersion, kind, text } = change;
  const current = checkVersion(held.value.version, expectedVersion);
  if (!current.ok) return current;
  const { status } = held.value;
  if (status !== "proposed")
    return err(
      problem(retrospectiveProblems.lessonDecided, "A decided lesson keeps its words.", { params: { status } }),
    );
  await tx.db
    .update(lessons)
    .set({
      ...(kind === undefined ? {} : { kind }),
      ...(text === undefined ? {} : { text }),
      updatedAt: tx.now,
      version: sql`${lessons.version} + 1`,
    })
    .where(eq(lessons.id, lessonId));
  await announce(call, held.value, status);
  return ok(null);
}

export async function decideLesson(
  call: Call,
  lessonId: string,
  decision: LessonDecision,
): Promise<Result<null, Problem>> {
  const { tx, actor } = call;
  const held = await holdLesson(call, lessonId);
  if (!held.ok) return held;
  const status = decide(held.value.status, decision);
  if (!status.ok) return status;
  await tx.db
    .update(lessons)
    .set({
      status: status.value,
      decidedBy: actor.memberId,
      decidedAt: tx.now,
      updatedAt: tx.now,
      version: sql`${lessons.version} + 1`,
    })
    .where(eq(lessons.id, lessonId));
  await announce(call, held.value, status.value);
  return ok(null);
}
