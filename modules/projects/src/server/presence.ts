import { type Call, notFound } from "@yutu/application";
import type { CallInput, OperationOutput } from "@yutu/contract";
import type { TenantTx } from "@yutu/database";
import { listMembersByName } from "@yutu/identity/server";
import { ok } from "@yutu/kernel";
import { and, asc, eq, gt, lte, ne } from "drizzle-orm";
import type { projects } from "../contract/index.ts";
import { PRESENCE, PRESENCE_CHANGED, PRESENT_FOR_MS } from "../domain/presence.ts";
import { projectPresence as views } from "./tables.ts";
import { findVisibleProject } from "./visibility.ts";

type View = CallInput<typeof projects.announcePresence>["params"];
type Shown = Required<NonNullable<CallInput<typeof projects.announcePresence>["body"]>>;
type People = OperationOutput<typeof projects.listPresence>["people"];

const oldest = (tx: TenantTx): Date => new Date(tx.now.getTime() - PRESENT_FOR_MS);

const tell = (tx: TenantTx, projectId: string): Promise<void> =>
  tx.hint(PRESENCE_CHANGED, { entity: PRESENCE, id: projectId, projectId });

/** Keeps a view alive; the other browsers hear of it only if it is new or shows something else than before. */
export async function announce({ tx, actor }: Call, { projectId, viewId }: View, shown: Shown) {
  if (!(await findVisibleProject(tx, actor, projectId))) return notFound("project");
  const gone = await tx.db
    .delete(views)
    .where(and(eq(views.projectId, projectId), lte(views.seenAt, oldest(tx))))
    .returning({ id: views.id });
  const mine = and(eq(views.id, viewId), eq(views.memberId, actor.memberId), eq(views.projectId, projectId));
  const [before] = await tx.db.select().from(views).where(mine);
  if (before)
    await tx.db
      .update(views)
      .set({ ...shown, seenAt: tx.now })
      .where(mine);
  else
    await tx.db
      .insert(views)
      .values({ id: viewId, projectId, memberId: actor.memberId, ...shown, since: tx.now, seenAt: tx.now })
      .onConflictDoNothing();
  const same = before?.taskId === shown.taskId && before.typing === shown.typing;
  if (!same || gone.length > 0) await tell(tx, projectId);
  return ok({});
}

/** Ends a view of the caller's; that it was none is no refusal, since it may have run out. */
export async function leave({ tx, actor }: Call, { projectId, viewId }: View) {
  if (!(await findVisibleProject(tx, actor, projectId))) return notFound("project");
  const ended = await tx.db
    .delete(views)
    .where(and(eq(views.id, viewId), eq(views.memberId, actor.memberId), eq(views.projectId, projectId)))
    .returning({ id: views.id });
  if (ended.length > 0) await tell(tx, projectId);
  return ok({});
}

/** The others who look, one entry per person and thing looked at, who came first first. */
export async function others({ tx, actor }: Call, projectId: string) {
  if (!(await findVisibleProject(tx, actor, projectId))) return notFound("project");
  const rows = await tx.db
    .select()
    .from(views)
    .where(and(eq(views.projectId, projectId), ne(views.memberId, actor.memberId), gt(views.seenAt, oldest(tx))))
    .orderBy(asc(views.since), asc(views.id));
  const names = await listMembersByName(tx);
  const people = new Map<string, People[number]>();
  for (const { memberId, taskId, typing, since } of rows) {
    const key = `${memberId} ${taskId ?? ""}`;
    const known = people.get(key);
    people.set(key, {
      memberId,
      memberName: names.get(memberId) ?? "",
      taskId,
      typing: typing || (known?.typing ?? false),
      since: known?.since ?? since.toISOString(),
    });
  }
  return ok({ people: [...people.values()] });
}
