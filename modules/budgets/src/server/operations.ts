import { type Call, type Implementation, implement, may, notFound } from "@yutu/application";
import { findFlow, isAsked } from "@yutu/approvals/server";
import { workspaceFacts } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result, toPage } from "@yutu/kernel";
import { isOpen } from "@yutu/projects/domain";
import { findVisibleProject, inVisibleProject } from "@yutu/projects/server";
import { eq, sql } from "drizzle-orm";
import { budgets } from "../contract/index.ts";
import { moveClaim } from "../domain/claim.ts";
import { claimChanged } from "../domain/events.ts";
import { budgetProblems } from "../domain/problems.ts";
import { addCommitment, closeCommitment } from "./commands/manage-commitments.ts";
import { addLine, changeLine, removeLine, transferMoney } from "./commands/manage-lines.ts";
import { CLAIM_SUBJECT, submitClaim } from "./commands/submit-claim.ts";
import { createClaim, ownClaim, rewriteClaim } from "./commands/write-claim.ts";
import { presentBudget, presentClaims, presentCommitment, presentLine } from "./presenters.ts";
import { checkClaim } from "./queries/check-claim.ts";
import {
  type ClaimRow,
  commitmentsOf,
  entriesOf,
  findClaim,
  findLine,
  linesOf,
  listClaims,
  listRates,
} from "./repository.ts";
import { claims, exchangeRates } from "./tables.ts";

/** Claims are for their requester, for those who see money on projects they see, and for those asked to approve (through the approval). */
async function visibleClaim(call: Call, claimId: string): Promise<ClaimRow | undefined> {
  const claim = await findClaim(call.tx, claimId);
  if (!claim || claim.requesterId === call.actor.memberId) return claim;
  if (await isAsked(call.tx, call.actor.memberId, CLAIM_SUBJECT, claimId)) return claim;
  if (!may(call.actor, "money.view")) return undefined;
  return (await findVisibleProject(call.tx, call.actor, claim.projectId)) ? claim : undefined;
}

async function claimAnswer(call: Call, claimId: string) {
  const row = await findClaim(call.tx, claimId);
  const [claim] = row ? await presentClaims(call.tx, call.actor, [row]) : [];
  return claim ? ok(claim) : notFound("claim");
}

async function budgetAnswer(call: Call, projectId: string) {
  const project = await findVisibleProject(call.tx, call.actor, projectId);
  if (!project) return notFound("project");
  const open = isOpen(project.status);
  const abilities = {
    edit: open && may(call.actor, "budgets.edit"),
    submitClaims: open && may(call.actor, "claims.submit"),
  };
  return ok(presentBudget(projectId, project.currency, await linesOf(call.tx, projectId), abilities));
}

async function send(call: Call, claimId: string): Promise<Result<null, Problem>> {
  const claim = await findClaim(call.tx, claimId, { lock: true });
  const project = claim && (await findVisibleProject(call.tx, call.actor, claim.projectId));
  if (!claim || !project) return notFound("claim");
  if (!isOpen(project.status)) return err(problem(budgetProblems.projectClosed, "The project is closed."));
  const usual = await findFlow(call.tx, "expense-claim");
  return usual ? submitClaim(call, claim, project, { usual }) : notFound("approval flow");
}

async function pay(call: Call, claimId: string): Promise<Result<null, Problem>> {
  if (!(await visibleClaim(call, claimId))) return notFound("claim");
  const claim = await findClaim(call.tx, claimId, { lock: true });
  if (!claim) return notFound("claim");
  const moved = moveClaim(claim.status, "pay");
  if (!moved.ok) return moved;
  await call.tx.db
    .update(claims)
    .set({ status: moved.value, paidAt: call.tx.now, updatedAt: call.tx.now, version: sql`${claims.version} + 1` })
    .where(eq(claims.id, claimId));
  await call.tx.emit(
    claimChanged,
    { claimId, projectId: claim.projectId },
    { entity: "claim", id: claimId, projectId: claim.projectId },
  );
  return ok(null);
}

async function cancel(call: Call, claimId: string): Promise<Result<null, Problem>> {
  const claim = await ownClaim(call, claimId, "cancel");
  if (!claim.ok) return claim;
  await call.tx.db
    .update(claims)
    .set({ status: "cancelled", updatedAt: call.tx.now, version: sql`${claims.version} + 1` })
    .where(eq(claims.id, claimId));
  await call.tx.emit(
    claimChanged,
    { claimId, projectId: claim.value.projectId },
    { entity: "claim", id: claimId, projectId: claim.value.projectId },
  );
  return ok(null);
}

const lineOperations: readonly Implementation[] = [
  implement(budgets.getBudget, (call, { params }) => budgetAnswer(call, params.projectId)),
  implement(budgets.listLineNames, async (call, { params }) => {
    const project = await findVisibleProject(call.tx, call.actor, params.projectId);
    if (!project) return notFound("project");
    const lines = (await linesOf(call.tx, params.projectId)).map(({ id, name, category, channel }) => ({
      id,
      name,
      category,
      channel,
    }));
    return ok({ currency: project.currency, lines });
  }),
  implement(budgets.listEntries, async (call, { params, query }) => {
    const line = await findLine(call.tx, params.lineId);
    if (!line || !(await findVisibleProject(call.tx, call.actor, line.projectId))) return notFound("budget line");
    const rows = await entriesOf(call.tx, params.lineId, query.limit);
    return ok({
      entries: rows.map(({ id, at, kind, amountMinor, source, sourceId, note }) => ({
        id,
        at: at.toISOString(),
        kind,
        amountMinor,
        source,
        sourceId,
        note,
      })),
    });
  }),
  implement(budgets.addLine, async (call, { params, body }) => {
    const added = await addLine(call, params.projectId, body);
    return added.ok ? ok({ id: added.value }) : added;
  }),
  implement(budgets.updateLine, async (call, { params, body }) => {
    const changed = await changeLine(call, params.lineId, body);
    return changed.ok ? ok(presentLine(changed.value)) : changed;
  }),
  implement(budgets.removeLine, (call, { params }) => removeLine(call, params.lineId)),
  implement(budgets.transferMoney, async (call, { params, body }) => {
    const moved = await transferMoney(call, params.projectId, body);
    return moved.ok ? budgetAnswer(call, params.projectId) : moved;
  }),
];

const claimOperations: readonly Implementation[] = [
  implement(budgets.listClaims, async (call, { query }) => {
    const own = query.mine === true || !may(call.actor, "money.view");
    const filter = {
      projectId: query.projectId,
      status: query.status,
      taskId: query.taskId,
      ...(own ? { requesterId: call.actor.memberId } : { scope: inVisibleProject(claims.projectId, call.actor) }),
    };
    const page = toPage(await listClaims(call.tx, filter, query), query.limit, (row) => [
      row.createdAt.toISOString(),
      row.id,
    ]);
    return ok({ items: await presentClaims(call.tx, call.actor, page.items), nextCursor: page.nextCursor });
  }),
  implement(budgets.getClaim, async (call, { params }) =>
    (await visibleClaim(call, params.claimId)) ? claimAnswer(call, params.claimId) : notFound("claim"),
  ),
  implement(budgets.createClaim, async (call, { params, body }) => {
    const created = await createClaim(call, params.projectId, body);
    return created.ok ? claimAnswer(call, created.value) : created;
  }),
  implement(budgets.updateClaim, async (call, { params, body }) => {
    const written = await rewriteClaim(call, params.claimId, body);
    return written.ok ? claimAnswer(call, params.claimId) : written;
  }),
  implement(budgets.checkClaim, (call, { params, body }) => checkClaim(call, params.projectId, body)),
  implement(budgets.submitClaim, async (call, { params }) => {
    const sent = await send(call, params.claimId);
    return sent.ok ? claimAnswer(call, params.claimId) : sent;
  }),
  implement(budgets.cancelClaim, async (call, { params }) => {
    const cancelled = await cancel(call, params.claimId);
    return cancelled.ok ? claimAnswer(call, params.claimId) : cancelled;
  }),
  implement(budgets.payClaim, async (call, { params }) => {
    const paid = await pay(call, params.claimId);
    return paid.ok ? claimAnswer(call, params.claimId) : paid;
  }),
];

const otherOperations: readonly Implementation[] = [
  implement(budgets.listCommitments, async (call, { params }) => {
    if (!(await findVisibleProject(call.tx, call.actor, params.projectId))) return notFound("project");
    return ok({ commitments: (await commitmentsOf(call.tx, params.projectId)).map(presentCommitment) });
  }),
  implement(budgets.addCommitment, async (call, { params, body }) => {
    const added = await addCommitment(call, params.projectId, body);
    return added.ok ? ok(presentCommitment(added.value)) : added;
  }),
  implement(budgets.closeCommitment, async (call, { params }) => {
    const closed = await closeCommitment(call, params.commitmentId);
    return closed.ok ? ok(presentCommitment(closed.value)) : closed;
  }),
  implement(budgets.listRates, async ({ tx }) => {
    const { currency } = await workspaceFacts(tx);
    return ok({
      currency,
      rates: (await listRates(tx)).map(({ id, currency: of, validFrom, rate }) => ({
        id,
        currency: of,
        validFrom,
        rate,
      })),
    });
  }),
  implement(budgets.setRate, async ({ tx }, { body }) => {
    await tx.db
      .insert(exchangeRates)
      .values({ id: tx.ids.next("rat"), ...body })
      .onConflictDoUpdate({
        target: [exchangeRates.workspaceId, exchangeRates.currency, exchangeRates.validFrom],
        set: { rate: body.rate },
      });
    return ok({});
  }),
];

export const operations: readonly Implementation[] = [...lineOperations, ...claimOperations, ...otherOperations];
