import { type Actor, type Call, type Implementation, implement, may, notFound } from "@yutu/application";
import { ok, toPage } from "@yutu/kernel";
import { approvals } from "../contract/index.ts";
import { decideApproval, remindApprovers, withdrawApproval } from "./commands/decide-approval.ts";
import { presentApproval, presentSummaries } from "./presenters.ts";
import { type ApprovalRow, findApproval, findFlow, listApprovals, listFlows, stepsOf } from "./repository.ts";
import { approvalFlows } from "./tables.ts";

/** Those who see money see every approval; others only what they asked for or are asked about. */
const seesAll = (actor: Actor): boolean => may(actor, "money.view");

async function visible({ tx, actor }: Call, approvalId: string): Promise<ApprovalRow | undefined> {
  const row = await findApproval(tx, approvalId);
  if (!row || seesAll(actor) || row.requestedBy === actor.memberId) return row;
  const steps = await stepsOf(tx, [approvalId]);
  return steps.some((s) => s.memberId === actor.memberId) ? row : undefined;
}

async function answer(call: Call, approvalId: string) {
  const row = await visible(call, approvalId);
  return row ? ok(await presentApproval(call.tx, row, call.actor)) : notFound("approval");
}

export const operations: readonly Implementation[] = [
  implement(approvals.listApprovals, async ({ tx, actor }, { query }) => {
    const rows = await listApprovals(tx, actor.memberId, query, !seesAll(actor), query);
    const page = toPage(rows, query.limit, (row) => [row.requestedAt.toISOString(), row.id]);
    return ok({ items: await presentSummaries(tx, page.items, actor), nextCursor: page.nextCursor });
  }),
  implement(approvals.countWaiting, async ({ tx, actor }) => {
    const [row] = await tx.query<{ count: number; overdue: number }>(
      "SELECT count(*)::int AS count, count(*) FILTER (WHERE due_at < $2)::int AS overdue FROM approval_steps WHERE member_id = $1 AND state = 'active'",
      [actor.memberId, tx.now],
    );
    return ok({ count: row?.count ?? 0, overdue: row?.overdue ?? 0 });
  }),
  implement(approvals.getApproval, (call, { params }) => answer(call, params.approvalId)),
  implement(approvals.openApproval, async (call, { params }) => {
    if (!(await visible(call, params.approvalId))) return notFound("approval");
    await call.tx.query(
      "UPDATE approval_steps SET opened_at = $3 WHERE approval_id = $1 AND member_id = $2 AND opened_at IS NULL AND state = 'active'",
      [params.approvalId, call.actor.memberId, call.tx.now],
    );
    return ok({});
  }),
  implement(approvals.decideApproval, async (call, { params, body }) => {
    if (!(await visible(call, params.approvalId))) return notFound("approval");
    const decided = await decideApproval(call, params.approvalId, { kind: body.decision, comment: body.comment });
    return decided.ok ? answer(call, params.approvalId) : decided;
  }),
  implement(approvals.withdrawApproval, async (call, { params }) => {
    if (!(await visible(call, params.approvalId))) return notFound("approval");
    const withdrawn = await withdrawApproval(call.tx, params.approvalId, call.actor.memberId);
    return withdrawn.ok ? answer(call, params.approvalId) : withdrawn;
  }),
  implement(approvals.remindApprovers, async (call, { params }) =>
    (await visible(call, params.approvalId)) ? remindApprovers(call, params.approvalId) : notFound("approval"),
  ),
  implement(approvals.listFlows, async ({ tx }) => ok({ flows: await listFlows(tx) })),
  implement(approvals.updateFlow, async ({ tx }, { params, body }) => {
    const known = await findFlow(tx, params.key);
    if (!known) return notFound("approval flow");
    const next = { ...body, version: known.version + 1, updatedAt: tx.now };
    await tx.db
      .insert(approvalFlows)
      .values({ id: tx.ids.next("apf"), key: params.key, ...next })
      .onConflictDoUpdate({ target: [approvalFlows.workspaceId, approvalFlows.key], set: next });
    return ok({});
  }),
];
