import type { TenantTx } from "@yutu/database";
import { presentMember, presentWorkspace } from "./presenters.ts";
import { findMember, findWorkspace, listDepartments, listMembers, memberNames } from "./repository.ts";

/** What other modules may ask about people and the workspace. */

export type MemberFacts = ReturnType<typeof presentMember>;
export type WorkspaceFacts = ReturnType<typeof presentWorkspace>;

/** An active member, or undefined; disabled ones do not take on new work. */
export async function findActiveMember(tx: TenantTx, memberId: string): Promise<MemberFacts | undefined> {
  const row = await findMember(tx, memberId);
  return row && row.status === "active" ? presentMember(row) : undefined;
}

export const listActiveMembers = async (tx: TenantTx): Promise<MemberFacts[]> =>
  (await listMembers(tx)).map(presentMember).filter((m) => m.status === "active");

/** Reads once per transaction what several parts of one answer need. */
function oncePerTransaction<T>(read: (tx: TenantTx) => Promise<T>): (tx: TenantTx) => Promise<T> {
  const known = new WeakMap<TenantTx, Promise<T>>();
  return (tx) => {
    const reading = known.get(tx) ?? read(tx);
    known.set(tx, reading);
    return reading;
  };
}

/** Settings of the workspace that the transaction is bound to (currency, time zone), as they are when first asked for. */
export const workspaceFacts = oncePerTransaction(async (tx): Promise<WorkspaceFacts> => {
  const row = await findWorkspace(tx);
  if (!row) throw new Error(`workspace ${tx.context.workspaceId} has no record`);
  return presentWorkspace(row);
});

/** Head of the department a member belongs to; null when there is none. */
export async function departmentHeadOf(tx: TenantTx, memberId: string): Promise<string | null> {
  const member = await findMember(tx, memberId);
  if (!member?.departmentId) return null;
  const all = await listDepartments(tx);
  return all.find(({ department }) => department.id === member.departmentId)?.department.headMemberId ?? null;
}

/** Names of everybody, disabled members too, by member id: for showing who did something. */
export const listMembersByName = oncePerTransaction(
  async (tx): Promise<ReadonlyMap<string, string>> => new Map(Object.entries(await memberNames(tx))),
);
