import type { Account, Actor } from "@yutu/application";
import type { Database } from "@yutu/database";
import { isPermission, isRole, permissionsOf } from "../domain/role.ts";
import { findMemberByToken } from "./account-repository.ts";
import { hashToken } from "./secrets.ts";

export const SESSION_COOKIE = "yutu_session";
export const TOKEN_PREFIX = "yutu";

/** Who a request comes from. `actor` is null while no workspace is chosen. */
export interface Authenticated {
  readonly account: Account | null;
  readonly actor: Actor | null;
}

interface SessionFacts {
  readonly session_id: string;
  readonly user_id: string;
  readonly email: string;
  readonly user_name: string;
  readonly workspace_id: string | null;
  readonly member_id: string | null;
  readonly member_name: string | null;
  readonly role: string | null;
  readonly department_id: string | null;
  readonly stale: boolean;
}

// One question per request, so it is one statement: session, person and membership together.
const SESSION = `
  SELECT s.id AS session_id, u.id AS user_id, u.email, u.name AS user_name, s.workspace_id,
         m.id AS member_id, m.name AS member_name, m.role, m.department_id, s.last_seen_at < now() - interval '5 minutes' AS stale
  FROM system.sessions s
  JOIN system.users u ON u.id = s.user_id
  LEFT JOIN members m ON m.workspace_id = s.workspace_id AND m.user_id = s.user_id AND m.status = 'active'
  WHERE s.token_hash = $1 AND s.expires_at > $2 AND NOT s.totp_pending`;

/** Resolves a session cookie; null when it is unknown or has ended. */
export async function authenticateSession(database: Database, token: string, now: Date): Promise<Authenticated | null> {
  const [row] = await database.querySystem<SessionFacts>("resolve a session", SESSION, [hashToken(token), now]);
  if (!row) return null;
  if (row.stale)
    await database.querySystem(
      "note that a session is in use",
      "UPDATE system.sessions SET last_seen_at = now() WHERE id = $1",
      [row.session_id],
    );
  const { member_id: memberId, role } = row;
  const account = {
    userId: row.user_id,
    sessionId: row.session_id,
    email: row.email,
    name: row.user_name,
    workspaceId: memberId ? row.workspace_id : null,
  };
  if (!memberId || !row.workspace_id || !role || !isRole(role)) return { account, actor: null };
  return {
    account,
    actor: {
      kind: "member",
      memberId,
      userId: row.user_id,
      workspaceId: row.workspace_id,
      name: row.member_name ?? row.user_name,
      role,
      departmentId: row.department_id,
      permissions: permissionsOf(role),
    },
  };
}

/** Resolves a bearer token: the member's own rights, narrowed to the token's scopes. */
export async function authenticateToken(database: Database, token: string, now: Date): Promise<Authenticated | null> {
  return database.withSystem("resolve an API token", async (tx) => {
    const found = await findMemberByToken(tx, hashToken(token));
    if (
      !found ||
      found.token.revokedAt ||
      (found.token.expiresAt && found.token.expiresAt <= now) ||
      !isRole(found.member.role)
    )
      return null;
    const stale = !found.token.lastUsedAt || now.getTime() - found.token.lastUsedAt.getTime() > 300_000;
    if (stale)
      await tx.query("UPDATE api_tokens SET last_used_at = $3 WHERE workspace_id = $1 AND id = $2", [
        found.token.workspaceId,
        found.token.id,
        now,
      ]);
    const rights = permissionsOf(found.member.role);
    const { member } = found;
    const actor: Actor = {
      kind: "token",
      memberId: member.id,
      userId: member.userId,
      workspaceId: member.workspaceId,
      name: member.name,
      role: member.role,
      departmentId: member.departmentId,
      permissions: new Set(found.token.scopes.filter((scope) => isPermission(scope) && rights.has(scope))),
    };
    return { account: null, actor };
  });
}
