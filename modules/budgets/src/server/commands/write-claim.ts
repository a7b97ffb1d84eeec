import { type Call, checkVersion, invalid, notFound } from "@yutu/application";
import { attachFile, detachFile, filesOf, findReadableFile } from "@yutu/assets/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { isOpen } from "@yutu/projects/domain";
import { findVisibleProject } from "@yutu/projects/server";
import { findProjectTask } from "@yutu/tasks/server";
import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { claimBodySchema } from "../../contract/schemas.ts";
import { checkSplit, moveClaim } from "../../domain/claim.ts";
import { claimChanged } from "../../domain/events.ts";
import { readInvoice } from "../../domain/invoice.ts";
import { budgetProblems } from "../../domain/problems.ts";
import { CLAIM_ENTITY } from "../presenters.ts";
import { type ClaimRow, findClaim, linesOf } from "../repository.ts";
import { claimLines, claims } from "../tables.ts";

type ClaimBody = z.output<typeof claimBodySchema>;

/** Everything that can be checked before money is: split, lines and task of this project, form of the invoice, receipts. */
async function checkBody(
  call: Call,
  projectId: string,
  body: ClaimBody,
): Promise<Result<{ code: string; number: string }, Problem>> {
  const split = checkSplit(body.amountMinor, body.lines);
  if (!split.ok) return split;
  const known = new Set((await linesOf(call.tx, projectId)).map((l) => l.id));
  const unknown = body.lines.findIndex((l) => !known.has(l.lineId));
  if (unknown >= 0) {
    return err(
      problem(budgetProblems.unknownLine, "Choose a line of this project.", {
        errors: [{ pointer: `/body/lines/${unknown}/lineId`, code: "unknown", message: "unknown" }],
      }),
    );
  }
  if (body.taskId && !(await findProjectTask(call.tx, projectId, body.taskId))) {
    return err(
      problem(budgetProblems.unknownTask, "Choose a task of this project, or none.", {
        errors: [{ pointer: "/body/taskId", code: "unknown", message: "unknown" }],
      }),
    );
  }
  for (const [i, fileId] of body.receiptFileIds.entries()) {
    if (!(await findReadableFile(call.tx, call.actor, fileId)))
      return invalid(`/body/receiptFileIds/${i}`, "unknown", "There is no such uploaded file.");
  }
  return readInvoice(body.invoiceCode, body.invoiceNumber);
}

async function writeParts({ tx }: Call, claimId: string, projectId: string, body: ClaimBody): Promise<void> {
  await tx.db.delete(claimLines).where(eq(claimLines.claimId, claimId));
  await tx.db
    .insert(claimLines)
    .values(body.lines.map((line, position) => ({ ...line, id: tx.ids.next("cll"), claimId, position })));
  const kept = new Set(body.receiptFileIds);
  for (const { file } of await filesOf(tx, CLAIM_ENTITY, [claimId])) {
    if (!kept.has(file.id)) await detachFile(tx, file.id, CLAIM_ENTITY, claimId);
  }
  for (const fileId of kept)
    await attachFile(tx, fileId, { entity: CLAIM_ENTITY, id: claimId, projectId, permission: "money.view" });
  await tx.emit(claimChanged, { claimId, projectId }, { entity: "claim", id: claimId, projectId });
}

const fieldsOf = (body: ClaimBody, invoice: { code: string; number: string }) => ({
  title: body.title,
  amountMinor: body.amountMinor,
  taxMinor: body.taxMinor,
  invoiceCode: invoice.code,
  invoiceNumber: invoice.number,
  invoiceDate: body.invoiceDate,
  seller: body.seller,
  justification: body.justification,
  commitmentId: body.commitmentId,
  taskId: body.taskId,
});

export async function createClaim(call: Call, projectId: string, body: ClaimBody): Promise<Result<string, Problem>> {
  const { tx, actor } = call;
  const project = await findVisibleProject(tx, actor, projectId);
  if (!project) return notFound("project");
  if (!isOpen(project.status)) return err(problem(budgetProblems.projectClosed, "The project is closed."));
  const invoice = await checkBody(call, projectId, body);
  if (!invoice.ok) return invoice;
  const id = tx.ids.next("clm");
  await tx.db.insert(claims).values({
    id,
    projectId,
    requesterId: actor.memberId,
    currency: project.currency,
    status: "draft",
    ...fieldsOf(body, invoice.value),
  });
  await writeParts(call, id, projectId, body);
  return ok(id);
}

/** The claim of the caller, locked, if a move is possible from where it stands. */
export async function ownClaim(
  { tx, actor }: Call,
  claimId: string,
  move: "edit" | "cancel",
): Promise<Result<ClaimRow, Problem>> {
  const claim = await findClaim(tx, claimId, { lock: true });
  if (!claim) return notFound("claim");
  if (claim.requesterId !== actor.memberId)
    return err(problem(budgetProblems.notRequester, "Ask the person who wrote the claim."));
  const moved = moveClaim(claim.status, move);
  return moved.ok ? ok(claim) : moved;
}

export async function rewriteClaim(
  call: Call,
  claimId: string,
  body: ClaimBody & { readonly expectedVersion?: number | undefined },
): Promise<Result<null, Problem>> {
  const claim = await ownClaim(call, claimId, "edit");
  if (!claim.ok) return claim;
  const current = checkVersion(claim.value.version, body.expectedVersion);
  if (!current.ok) return current;
  const invoice = await checkBody(call, claim.value.projectId, body);
  if (!invoice.ok) return invoice;
  await call.tx.db
    .update(claims)
    .set({
      ...fieldsOf(body, invoice.value),
      status: "draft",
      updatedAt: call.tx.now,
      version: sql`${claims.version} + 1`,
    })
    .where(eq(claims.id, claimId));
  await writeParts(call, claimId, claim.value.projectId, body);
  return ok(null);
}
