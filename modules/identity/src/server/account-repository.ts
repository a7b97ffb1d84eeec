import type { SystemTx } from "@yutu/database";
import { and, desc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { apiTokens, failedSignIns, invitations, members, sessions, users, workspaces } from "./tables.ts";

/** Account data: reached only through `withSystem`, because a person is not part of any one workspace. */

export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;

export async function findUserByEmail(tx: SystemTx, email: string): Promise<UserRow | undefined> {
  const [row] = await tx.db.select().from(users).where(sql`lower(${users.email}) = lower(${email})`);
  return row;
}

export async function findUser(tx: SystemTx, userId: string): Promise<UserRow | undefined> {
  const [row] = await tx.db.select().from(users).where(eq(users.id, userId));
  return row;
}

export async function insertUser(tx: SystemTx, user: Omit<typeof users.$inferInsert, "id">): Promise<string> {
  const id = tx.ids.next("usr");
  await tx.db.insert(users).values({ ...user, id });
  return id;
}

export const updateUser = (
  tx: SystemTx,
  userId: string,
  change: Partial<typeof users.$inferInsert>,
): Promise<unknown> => tx.db.update(users).set(change).where(eq(users.id, userId));

export const insertSession = (tx: SystemTx, session: typeof sessions.$inferInsert): Promise<unknown> =>
  tx.db.insert(sessions).values(session);

export const updateSession = (
  tx: SystemTx,
  sessionId: string,
  change: Partial<typeof sessions.$inferInsert>,
): Promise<unknown> => tx.db.update(sessions).set(change).where(eq(sessions.id, sessionId));

export async function findSession(tx: SystemTx, tokenHash: string, now: Date): Promise<SessionRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)));
  return row;
}

export const listSessionsOf = (tx: SystemTx, userId: string, now: Date): Promise<SessionRow[]> =>
  tx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now), eq(sessions.totpPending, false)))
    .orderBy(desc(sessions.lastSeenAt));

/** Ends sessions of a person: one, or all but one. */
export async function deleteSessions(
  tx: SystemTx,
  userId: string,
  which: { only: string } | { except: string | null },
): Promise<number> {
  const filter =
    "only" in which ? eq(sessions.id, which.only) : which.except ? ne(sessions.id, which.except) : sql`true`;
  const gone = await tx.db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), filter))
    .returning({ id: sessions.id });
  return gone.length;
}

export const deleteExpiredSessions = (tx: SystemTx): Promise<unknown> =>
  tx.db.delete(sessions).where(lt(sessions.expiresAt, tx.now));

export async function countFailedSignIns(tx: SystemTx, subject: string, since: Date): Promise<number> {
  return tx.db.$count(failedSignIns, and(eq(failedSignIns.subject, subject), gt(failedSignIns.at, since)));
}

export const addFailedSignIn = (tx: SystemTx, subject: string): Promise<unknown> =>
  tx.db.insert(failedSignIns).values({ subject, at: tx.now });

export const clearFailedSignIns = (tx: SystemTx, subject: string): Promise<unknown> =>
  tx.db.delete(failedSignIns).where(eq(failedSignIns.subject, subject));

/** The workspaces in which a person is an active member. */
export const listMemberships = (tx: SystemTx, userId: string) =>
  tx.db
    .select({ member: members, workspace: workspaces })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, userId), eq(members.status, "active")))
    .orderBy(members.createdAt);

export async function findInvitationByToken(tx: SystemTx, tokenHash: string) {
  const [row] = await tx.db
    .select({ invitation: invitations, workspace: workspaces, inviter: members })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .innerJoin(members, and(eq(members.workspaceId, invitations.workspaceId), eq(members.id, invitations.invitedBy)))
    .where(eq(invitations.tokenHash, tokenHash));
  return row;
}

export async function findMemberByToken(tx: SystemTx, tokenHash: string) {
  const [row] = await tx.db
    .select({ token: apiTokens, member: members })
    .from(apiTokens)
    .innerJoin(members, and(eq(members.workspaceId, apiTokens.workspaceId), eq(members.id, apiTokens.memberId)))
    .where(and(eq(apiTokens.tokenHash, tokenHash), eq(members.status, "active")));
  return row;
}

export const listDemoMembers = (tx: SystemTx) =>
  tx.db
    .select({ name: members.name, email: members.email, role: members.role })
    .from(members)
    .innerJoin(workspaces, and(eq(workspaces.id, members.workspaceId), eq(workspaces.demo, true)))
    .innerJoin(users, and(eq(users.id, members.userId), eq(users.demo, true)))
    .where(eq(members.status, "active"))
    .orderBy(members.createdAt, members.id);
