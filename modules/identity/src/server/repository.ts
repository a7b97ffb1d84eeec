import type { TenantTx } from "@yutu/database";
import { asc, desc, eq, sql } from "drizzle-orm";
import { apiTokens, departments, invitations, members, workspaces } from "./tables.ts";

/** Membership data of one workspace. */

export async function findWorkspace(tx: TenantTx) {
  const [row] = await tx.db.select().from(workspaces);
  return row;
}

export const listMembers = (tx: TenantTx) =>
  tx.db.select().from(members).orderBy(asc(members.createdAt), asc(members.id));

/** Names by id: every answer that shows people asks for them, so they come as one value instead of hundreds of rows. */
export async function memberNames(tx: TenantTx): Promise<Readonly<Record<string, string>>> {
  const [row] = await tx.query<{ names: Record<string, string> | null }>(
    "SELECT json_object_agg(id, name) AS names FROM members",
  );
  return row?.names ?? {};
}

export async function findMember(tx: TenantTx, memberId: string) {
  const [row] = await tx.db.select().from(members).where(eq(members.id, memberId));
  return row;
}

export async function updateMember(tx: TenantTx, memberId: string, change: Partial<typeof members.$inferInsert>) {
  const [row] = await tx.db
    .update(members)
    .set({ ...change, updatedAt: tx.now, version: sql`${members.version} + 1` })
    .where(eq(members.id, memberId))
    .returning();
  return row;
}

export const listDepartments = (tx: TenantTx) =>
  tx.db
    .select({ department: departments, memberCount: sql<number>`count(${members.id})::int` })
    .from(departments)
    .leftJoin(members, eq(members.departmentId, departments.id))
    .groupBy(departments.workspaceId, departments.id)
    .orderBy(asc(departments.createdAt), asc(departments.id));

export async function findDepartment(tx: TenantTx, departmentId: string) {
  const [row] = await tx.db.select().from(departments).where(eq(departments.id, departmentId));
  return row;
}

export const listInvitations = (tx: TenantTx) =>
  tx.db
    .select({ invitation: invitations, inviter: members.name })
    .from(invitations)
    .leftJoin(members, eq(members.id, invitations.invitedBy))
    .orderBy(desc(invitations.createdAt));

export const listTokensOf = (tx: TenantTx, memberId: string) =>
  tx.db
    .select()
    .from(apiTokens)
    .where(sql`${apiTokens.memberId} = ${memberId} AND ${apiTokens.revokedAt} IS NULL`)
    .orderBy(desc(apiTokens.createdAt));
