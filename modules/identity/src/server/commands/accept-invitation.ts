import type { AccountCall } from "@yutu/application";
import type { SystemTx } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { memberJoined } from "../../domain/events.ts";
import { identityProblems } from "../../domain/problems.ts";
import { findInvitationByToken, findUser, type UserRow } from "../account-repository.ts";
import { hashToken } from "../secrets.ts";
import { openSession } from "../session.ts";
import { members } from "../tables.ts";
import { createAccount, type NewAccount } from "./sign-up.ts";

/** An invitation that can still be used, by the token of its link. */
export async function findOpenInvitation(tx: SystemTx, token: string) {
  const found = await findInvitationByToken(tx, hashToken(token));
  const open =
    found && !found.invitation.acceptedAt && !found.invitation.revokedAt && found.invitation.expiresAt > tx.now;
  return open ? ok(found) : err(problem(identityProblems.invitationInvalid, "Ask for a new invitation."));
}

type Invitation = Extract<Awaited<ReturnType<typeof findOpenInvitation>>, { ok: true }>["value"]["invitation"];

/** Uses up the invitation and adds the member, both or neither. */
function join(call: AccountCall, invitation: Invitation, user: UserRow): Promise<Result<null, Problem>> {
  const actor = { kind: "system" as const, id: null };
  const context = {
    workspaceId: invitation.workspaceId,
    actor,
    operation: "identity.acceptInvitation",
    requestId: call.requestId,
  };
  return call.services.database.withTenant(context, async (tx) => {
    const claimed = await tx.query(
      "UPDATE invitations SET accepted_at = $2, version = version + 1 WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL RETURNING 1",
      [invitation.id, tx.now],
    );
    if (claimed.length === 0) return err(problem(identityProblems.invitationInvalid, "It was used a moment ago."));
    const id = tx.ids.next("mem");
    const row = {
      id,
      userId: user.id,
      name: user.name,
      email: user.email,
      role: invitation.role,
      departmentId: invitation.departmentId,
    };
    const added = await tx.db.insert(members).values(row).onConflictDoNothing().returning({ id: members.id });
    if (added.length === 0) {
      return err(problem(identityProblems.alreadyMember, "Open the workspace from the list of your workspaces."));
    }
    await tx.emit(memberJoined, { memberId: id, role: invitation.role }, { entity: "member", id });
    return ok(null);
  });
}

export async function acceptInvitation(
  call: AccountCall,
  token: string,
  body: { readonly newAccount?: NewAccount | undefined },
): Promise<Result<Record<string, never>, Problem>> {
  const { database } = call.services;
  const found = await database.withSystem("look at an invitation", (tx) => findOpenInvitation(tx, token));
  if (!found.ok) return found;
  const { invitation } = found.value;
  const email = body.newAccount?.email ?? call.account?.email ?? "";
  if (invitation.email && invitation.email.toLowerCase() !== email.toLowerCase()) {
    const detail = `Sign in as ${invitation.email} to accept it.`;
    return err(problem(identityProblems.invitationForOther, detail, { params: { email: invitation.email } }));
  }
  const account = body.newAccount ? await createAccount(call, body.newAccount) : ok(call.account?.userId ?? "");
  if (!account.ok) return account;
  const user = await database.withSystem("accept an invitation", (tx) => findUser(tx, account.value));
  if (!user)
    return err(problem(identityProblems.invitationInvalid, "Sign in, or create an account with the invitation."));
  const joined = await join(call, invitation, user);
  if (!joined.ok) return joined;
  await database.withSystem("accept an invitation", (tx) =>
    openSession(tx, call, user.id, { workspaceId: invitation.workspaceId }),
  );
  return ok({});
}
