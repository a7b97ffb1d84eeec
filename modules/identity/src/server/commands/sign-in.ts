import type { AccountCall } from "@yutu/application";
import type { SystemTx } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { identityProblems } from "../../domain/problems.ts";
import { deleteSessions, findSession, findUser, findUserByEmail } from "../account-repository.ts";
import { hashPassword, hashToken, verifyPassword } from "../secrets.ts";
import { openSession } from "../session.ts";
import { checkSignInLimits, forgetFailedSignIns, noteFailedSignIn } from "../sign-in-limits.ts";
import { useCode } from "../totp.ts";

// An unknown address costs the same time as a wrong password, so that nobody can probe for accounts.
const decoy = hashPassword("an account that does not exist");

const wrong = () =>
  err(
    problem(
      identityProblems.wrongCredentials,
      "Check the address and the password; both are case-sensitive in places.",
    ),
  );

/** First step: address and password. Gives a full session, or one that still waits for a one-time code. */
export async function signIn(
  call: AccountCall,
  body: { readonly email: string; readonly password: string },
): Promise<Result<{ next: "done" | "code" }, Problem>> {
  const { database } = call.services;
  const limits = await database.withSystem("sign in", (tx) => checkSignInLimits(tx, body.email, call.address));
  if (!limits.ok) return limits;
  const user = await database.withSystem("sign in", (tx) => findUserByEmail(tx, body.email));
  const right = await verifyPassword(body.password, user?.passwordHash ?? (await decoy));
  if (!user || !right) {
    await database.withSystem("sign in", (tx) => noteFailedSignIn(tx, body.email, call.address));
    return wrong();
  }
  const pending = user.totpEnabledAt !== null;
  await database.withSystem("sign in", async (tx) => {
    await openSession(tx, call, user.id, { pending });
    if (!pending) await forgetFailedSignIns(tx, body.email);
  });
  return ok({ next: pending ? "code" : "done" });
}

async function pendingUser(tx: SystemTx, token: string | null) {
  const session = token ? await findSession(tx, hashToken(token), tx.now) : undefined;
  return session?.totpPending ? { session, user: await findUser(tx, session.userId) } : undefined;
}

/** Second step: a code from the authenticator app, or a recovery code. */
export async function confirmSignIn(
  call: AccountCall,
  body: { readonly code: string },
): Promise<Result<Record<string, never>, Problem>> {
  const { database } = call.services;
  const pending = await database.withSystem("sign in", (tx) => pendingUser(tx, call.session.current));
  const { user, session } = pending ?? {};
  if (!user || !session) return wrong();
  const limits = await database.withSystem("sign in", (tx) => checkSignInLimits(tx, user.email, call.address));
  if (!limits.ok) return limits;
  const accepted = await database.withSystem("sign in", (tx) => useCode(tx, call.services.secrets, user, body.code));
  if (!accepted) {
    await database.withSystem("sign in", (tx) => noteFailedSignIn(tx, user.email, call.address));
    return err(problem(identityProblems.wrongCode, "Take the newest code of the app, or one of your recovery codes."));
  }
  await database.withSystem("sign in", async (tx) => {
    await deleteSessions(tx, user.id, { only: session.id });
    await openSession(tx, call, user.id);
    await forgetFailedSignIns(tx, user.email);
  });
  return ok({});
}
