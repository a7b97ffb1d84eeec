import { type AccountCall, type Implementation, implementAccount, notFound } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { identity } from "../contract/index.ts";
import { isRole } from "../domain/role.ts";
import {
  deleteSessions,
  findSession,
  findUserByEmail,
  listDemoMembers,
  listMemberships,
  listSessionsOf,
  updateSession,
  updateUser,
} from "./account-repository.ts";
import { acceptInvitation, findOpenInvitation } from "./commands/accept-invitation.ts";
import { foundWorkspace } from "./commands/create-workspace.ts";
import { changePassword, confirmTotp, disableTotp, startTotp } from "./commands/security.ts";
import { confirmSignIn, signIn } from "./commands/sign-in.ts";
import { signUp } from "./commands/sign-up.ts";
import { DEMO_PASSWORD } from "./demo.ts";
import { getSession } from "./queries/get-session.ts";
import { hashToken } from "./secrets.ts";

const nothing: Result<Record<string, never>, Problem> = ok({});

async function signOut(call: AccountCall, everywhere: boolean) {
  const token = call.session.current;
  await call.services.database.withSystem("sign out", async (tx) => {
    const session = token ? await findSession(tx, hashToken(token), tx.now) : undefined;
    if (session) await deleteSessions(tx, session.userId, everywhere ? { except: null } : { only: session.id });
  });
  call.session.clear();
  return nothing;
}

async function switchWorkspace(call: AccountCall, workspaceId: string) {
  const { account } = call;
  if (!account) return notFound("session");
  return call.services.database.withSystem("switch workspace", async (tx) => {
    const mine = await listMemberships(tx, account.userId);
    if (!mine.some(({ workspace }) => workspace.id === workspaceId)) return notFound("workspace");
    await updateSession(tx, account.sessionId, { workspaceId });
    return nothing;
  });
}

async function createWorkspace(call: AccountCall, name: string) {
  const { account, services } = call;
  if (!account) return notFound("session");
  const workspaceId = await foundWorkspace(
    services,
    { id: account.userId, name: account.name, email: account.email },
    { name },
    call.requestId,
  );
  await services.database.withSystem("switch workspace", (tx) => updateSession(tx, account.sessionId, { workspaceId }));
  return ok({ workspaceId });
}

async function listSessions(call: AccountCall) {
  const { account } = call;
  if (!account) return notFound("session");
  const rows = await call.services.database.withSystem("list sessions", (tx) =>
    listSessionsOf(tx, account.userId, tx.now),
  );
  return ok({
    sessions: rows.map((row) => ({
      id: row.id,
      address: row.address,
      userAgent: row.userAgent,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      current: row.id === account.sessionId,
    })),
  });
}

async function viewInvitation(call: AccountCall, token: string) {
  return call.services.database.withSystem("look at an invitation", async (tx) => {
    const found = await findOpenInvitation(tx, token);
    if (!found.ok) return found;
    const { invitation, workspace, inviter } = found.value;
    const accountExists = invitation.email !== null && (await findUserByEmail(tx, invitation.email)) !== undefined;
    return ok({
      workspaceName: workspace.name,
      role: isRole(invitation.role) ? invitation.role : ("guest" as const),
      email: invitation.email,
      invitedBy: inviter.name,
      accountExists,
    });
  });
}

async function listDemoPeople(call: AccountCall) {
  const people = await call.services.database.withSystem("list demo people", listDemoMembers);
  const known = people.flatMap((p) => (isRole(p.role) ? [{ ...p, role: p.role }] : []));
  return ok({ people: known, password: known.length > 0 ? DEMO_PASSWORD : null });
}

export const accountOperations: readonly Implementation[] = [
  implementAccount(identity.signUp, (call, { body }) => signUp(call, body)),
  implementAccount(identity.signIn, (call, { body }) => signIn(call, body)),
  implementAccount(identity.confirmSignIn, (call, { body }) => confirmSignIn(call, body)),
  implementAccount(identity.listDemoPeople, listDemoPeople),
  implementAccount(identity.signOut, (call, { body }) => signOut(call, body.everywhere)),
  implementAccount(identity.getSession, getSession),
  implementAccount(identity.switchWorkspace, (call, { body }) => switchWorkspace(call, body.workspaceId)),
  implementAccount(identity.createWorkspace, (call, { body }) => createWorkspace(call, body.name)),
  implementAccount(identity.updateProfile, async (call, { body }) => {
    const change = { ...(body.name ? { name: body.name } : {}), ...(body.locale ? { locale: body.locale } : {}) };
    const userId = call.account?.userId ?? "";
    if (Object.keys(change).length > 0)
      await call.services.database.withSystem("change a profile", (tx) => updateUser(tx, userId, change));
    return nothing;
  }),
  implementAccount(identity.changePassword, (call, { body }) => changePassword(call, body)),
  implementAccount(identity.listSessions, listSessions),
  implementAccount(identity.revokeSession, async (call, { params }) => {
    const userId = call.account?.userId ?? "";
    const gone = await call.services.database.withSystem("end a session", (tx) =>
      deleteSessions(tx, userId, { only: params.sessionId }),
    );
    return gone === 0 ? notFound("session") : nothing;
  }),
  implementAccount(identity.startTotp, (call, { body }) => startTotp(call, body)),
  implementAccount(identity.confirmTotp, (call, { body }) => confirmTotp(call, body)),
  implementAccount(identity.disableTotp, (call, { body }) => disableTotp(call, body)),
  implementAccount(identity.viewInvitation, (call, { params }) => viewInvitation(call, params.token)),
  implementAccount(identity.acceptInvitation, (call, { params, body }) => acceptInvitation(call, params.token, body)),
];
