import type { AccountCall } from "@yutu/application";
import type { SystemTx } from "@yutu/database";
import { insertSession, listMemberships } from "./account-repository.ts";
import { hashToken, newToken } from "./secrets.ts";

const SESSION_DAYS = 30;
const PENDING_MINUTES = 10;

/**
 * Opens a session and sets its cookie. A new token each time, so a session fixed before signing in is worth nothing.
 * @param pending the password was right but a one-time code is still due
 */
export async function openSession(
  tx: SystemTx,
  call: AccountCall,
  userId: string,
  options: { pending?: boolean; workspaceId?: string } = {},
): Promise<void> {
  const token = newToken("ses");
  const seconds = options.pending ? PENDING_MINUTES * 60 : SESSION_DAYS * 86_400;
  const [first] = options.workspaceId ? [] : await listMemberships(tx, userId);
  await insertSession(tx, {
    id: tx.ids.next("ses"),
    tokenHash: hashToken(token),
    userId,
    workspaceId: options.workspaceId ?? first?.workspace.id ?? null,
    totpPending: options.pending ?? false,
    expiresAt: new Date(tx.now.getTime() + seconds * 1000),
    address: call.address,
    userAgent: call.userAgent.slice(0, 300),
  });
  call.session.set(token, seconds);
}
