import { type Call, checkVersion, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { isOpen } from "@yutu/projects/domain";
import { findVisibleProject, type ProjectRow } from "@yutu/projects/server";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { lineBodySchema } from "../../contract/schemas.ts";
import { lineChanged } from "../../domain/events.ts";
import { availableOf, budgetOf } from "../../domain/line.ts";
import { budgetProblems } from "../../domain/problems.ts";
import { type LineRow, lockLines, post } from "../ledger.ts";
import { findLine, linesOf } from "../repository.ts";
import { budgetEntries, budgetLines } from "../tables.ts";

type LineBody = z.output<typeof lineBodySchema>;

/** The project of a request, if it exists for the caller and still takes changes. */
export async function openProject({ tx, actor }: Call, projectId: string): Promise<Result<ProjectRow, Problem>> {
  const project = await findVisibleProject(tx, actor, projectId);
  if (!project) return notFound("project");
  return isOpen(project.status) ? ok(project) : err(problem(budgetProblems.projectClosed, "The project is closed."));
}

async function lockedLine(
  call: Call,
  lineId: string,
): Promise<Result<{ line: LineRow; project: ProjectRow }, Problem>> {
  const found = await findLine(call.tx, lineId);
  if (!found) return notFound("budget line");
  const project = await openProject(call, found.projectId);
  if (!project.ok) return project;
  const line = (await lockLines(call.tx, [lineId])).get(lineId);
  return line ? ok({ line, project: project.value }) : notFound("budget line");
}

const announce = ({ tx }: Call, line: { id: string; projectId: string }): Promise<void> =>
  tx.emit(
    lineChanged,
    { lineId: line.id, projectId: line.projectId },
    { entity: "budget", id: line.projectId, projectId: line.projectId },
  );

export async function addLine(call: Call, projectId: string, body: LineBody): Promise<Result<string, Problem>> {
  const { tx } = call;
  const project = await openProject(call, projectId);
  if (!project.ok) return project;
  const id = tx.ids.next("bln");
  const { plannedMinor, ...rest } = body;
  const position = (await linesOf(tx, projectId)).length;
  await tx.db
    .insert(budgetLines)
    .values({ ...rest, id, projectId, key: id, currency: project.value.currency, position });
  await post(tx, [
    {
      lineId: id,
      kind: project.value.status === "draft" ? "planned" : "changed",
      amountMinor: plannedMinor,
      source: "plan",
      sourceId: projectId,
    },
  ]);
  await announce(call, { id, projectId });
  return ok(id);
}

type LineChange = { readonly [K in keyof LineBody]?: LineBody[K] | undefined } & {
  readonly expectedVersion?: number | undefined;
  readonly note: string;
};

export async function changeLine(call: Call, lineId: string, change: LineChange): Promise<Result<LineRow, Problem>> {
  const { tx, actor } = call;
  const locked = await lockedLine(call, lineId);
  if (!locked.ok) return locked;
  const { line, project } = locked.value;
  const current = checkVersion(line.version, change.expectedVersion);
  if (!current.ok) return current;
  const { plannedMinor, expectedVersion: _expected, note, ...rest } = change;
  // Money as approved is a baseline: from then on a different plan is a change to it, not a new plan.
  const differenceMinor = plannedMinor === undefined ? 0 : plannedMinor - budgetOf(line);
  if (differenceMinor < 0 && availableOf(line) + differenceMinor < 0) {
    return err(
      problem(budgetProblems.belowUse, "Some of this money is spent, owed or asked for already.", {
        params: { availableMinor: availableOf(line), currency: line.currency },
        errors: [{ pointer: "/body/plannedMinor", code: "below-use", message: "below use" }],
      }),
    );
  }
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (Object.keys(fields).length > 0)
    await tx.db
      .update(budgetLines)
      .set({ ...fields, updatedAt: tx.now, version: line.version + 1 })
      .where(eq(budgetLines.id, lineId));
  const kind = project.status === "draft" ? "planned" : "changed";
  await post(tx, [{ lineId, kind, amountMinor: differenceMinor, source: "plan", sourceId: actor.memberId, note }]);
  await announce(call, line);
  const after = await findLine(tx, lineId);
  return after ? ok(after) : notFound("budget line");
}

export async function removeLine(call: Call, lineId: string): Promise<Result<Record<string, never>, Problem>> {
  const { tx } = call;
  const locked = await lockedLine(call, lineId);
  if (!locked.ok) return locked;
  const { line } = locked.value;
  const entries = await tx.db.$count(budgetEntries, eq(budgetEntries.lineId, lineId));
  if (entries > 0)
    return err(
      problem(budgetProblems.lineInUse, "Move its money to another line; its history is kept.", {
        params: { availableMinor: availableOf(line), currency: line.currency },
      }),
    );
  await tx.db.delete(budgetLines).where(eq(budgetLines.id, lineId));
  await announce(call, line);
  return ok({});
}

export async function transferMoney(
  call: Call,
  projectId: string,
  body: { readonly fromLineId: string; readonly toLineId: string; readonly amountMinor: number; readonly note: string },
): Promise<Result<ProjectRow, Problem>> {
  const { tx, actor } = call;
  const project = await openProject(call, projectId);
  if (!project.ok) return project;
  const lines = await lockLines(tx, [body.fromLineId, body.toLineId]);
  const [from, to] = [lines.get(body.fromLineId), lines.get(body.toLineId)];
  if (!from || !to || from === to || from.projectId !== projectId || to.projectId !== projectId) {
    return err(problem(budgetProblems.unknownLine, "Choose two different lines of this project."));
  }
  if (body.amountMinor > availableOf(from)) {
    return err(
      problem(budgetProblems.overBudget, `${from.name} has only ${availableOf(from)} left (minor units).`, {
        params: {
          line: from.name,
          availableMinor: availableOf(from),
          askedMinor: body.amountMinor,
          currency: from.currency,
        },
        errors: [{ pointer: "/body/amountMinor", code: "over", message: "over" }],
      }),
    );
  }
  const kind = project.value.status === "draft" ? ("planned" as const) : ("changed" as const);
  const common = { kind, source: "transfer", sourceId: actor.memberId, note: body.note };
  await post(tx, [
    { ...common, lineId: from.id, amountMinor: -body.amountMinor },
    { ...common, lineId: to.id, amountMinor: body.amountMinor },
  ]);
  await announce(call, from);
  return ok(project.value);
}
