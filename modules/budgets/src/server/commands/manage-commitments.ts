import { type Call, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { findVisibleProject } from "@yutu/projects/server";
import { eq, sql } from "drizzle-orm";
import { commitmentChanged } from "../../domain/events.ts";
import { availableOf, judge } from "../../domain/line.ts";
import { budgetProblems } from "../../domain/problems.ts";
import { lockLines, post } from "../ledger.ts";
import { type CommitmentRow, findCommitment } from "../repository.ts";
import { commitments } from "../tables.ts";
import { openProject } from "./manage-lines.ts";

interface NewCommitment {
  readonly lineId: string;
  readonly title: string;
  readonly supplier: string;
  readonly contractNumber: string;
  readonly amountMinor: number;
}

const announce = ({ tx }: Call, row: { id: string; projectId: string }): Promise<void> =>
  tx.emit(
    commitmentChanged,
    { commitmentId: row.id, projectId: row.projectId },
    { entity: "budget", id: row.projectId, projectId: row.projectId },
  );

/** Records what a contract will cost. A contract binds at once, so over budget it is refused unless the line only warns. */
export async function addCommitment(
  call: Call,
  projectId: string,
  body: NewCommitment,
): Promise<Result<CommitmentRow, Problem>> {
  const { tx, actor } = call;
  const project = await openProject(call, projectId);
  if (!project.ok) return project;
  const line = (await lockLines(tx, [body.lineId])).get(body.lineId);
  if (!line || line.projectId !== projectId)
    return err(problem(budgetProblems.unknownLine, "Choose a line of this project."));
  const verdict = judge(line, body.amountMinor);
  if (verdict.kind === "over-blocked" || verdict.kind === "over-needs-approval") {
    const params = {
      line: line.name,
      availableMinor: availableOf(line),
      askedMinor: body.amountMinor,
      overMinor: verdict.overMinor,
      currency: line.currency,
    };
    return err(problem(budgetProblems.overBudget, "Move money to the line first, or sign for less.", { params }));
  }
  const id = tx.ids.next("cmt");
  const [row] = await tx.db
    .insert(commitments)
    .values({ ...body, id, projectId, createdBy: actor.memberId })
    .returning();
  await post(tx, [
    {
      lineId: line.id,
      kind: "committed",
      amountMinor: body.amountMinor,
      source: "commitment",
      sourceId: id,
      note: body.title,
    },
  ]);
  await announce(call, { id, projectId });
  return row ? ok(row) : notFound("commitment");
}

export async function closeCommitment(call: Call, commitmentId: string): Promise<Result<CommitmentRow, Problem>> {
  const { tx, actor } = call;
  const row = await findCommitment(tx, commitmentId, { lock: true });
  if (!row || !(await findVisibleProject(tx, actor, row.projectId))) return notFound("commitment");
  if (row.status === "closed") return err(problem(budgetProblems.commitmentClosed, "It is closed already."));
  await lockLines(tx, [row.lineId]);
  await post(tx, [
    {
      lineId: row.lineId,
      kind: "committed",
      amountMinor: row.consumedMinor - row.amountMinor,
      source: "commitment",
      sourceId: row.id,
      note: row.title,
    },
  ]);
  const [closed] = await tx.db
    .update(commitments)
    .set({ status: "closed", updatedAt: tx.now, version: sql`${commitments.version} + 1` })
    .where(eq(commitments.id, commitmentId))
    .returning();
  await announce(call, row);
  return closed ? ok(closed) : notFound("commitment");
}
