import { type AccountCall, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import QRCode from "qrcode";
import { checkPassword } from "../../domain/password.ts";
import { identityProblems } from "../../domain/problems.ts";
import { deleteSessions, findUser, type UserRow, updateUser } from "../account-repository.ts";
import { hashPassword, hashToken, newRecoveryCodes, verifyPassword } from "../secrets.ts";
import { checkSignInLimits, noteFailedSignIn } from "../sign-in-limits.ts";
import { recoveryCodes } from "../tables.ts";
import { newTotp, stepOfCode } from "../totp.ts";

type Done = Result<Record<string, never>, Problem>;

/**
 * The caller's own account, after the password was typed again. Failures count like those of signing in, so that whoever
 * finds an open browser cannot try passwords at leisure.
 * @param field of the body that holds the password
 */
async function confirmedUser(
  call: AccountCall,
  password: string,
  field: "password" | "current" = "password",
): Promise<Result<UserRow, Problem>> {
  const { database } = call.services;
  const userId = call.account?.userId ?? "";
  const user = await database.withSystem("confirm a password", (tx) => findUser(tx, userId));
  if (!user) return notFound("account");
  const { email } = user;
  const limits = await database.withSystem("confirm a password", (tx) => checkSignInLimits(tx, email, call.address));
  if (!limits.ok) return limits;
  if (await verifyPassword(password, user.passwordHash)) return ok(user);
  await database.withSystem("confirm a password", (tx) => noteFailedSignIn(tx, email, call.address));
  return err(
    problem(identityProblems.wrongPassword, "The password is wrong.", {
      errors: [{ pointer: `/body/${field}`, code: "wrong", message: "wrong" }],
    }),
  );
}

export async function changePassword(
  call: AccountCall,
  body: { readonly current: string; readonly password: string },
): Promise<Done> {
  const user = await confirmedUser(call, body.current, "current");
  if (!user.ok) return user;
  const strong = checkPassword(body.password, user.value.email);
  if (!strong.ok) return strong;
  const passwordHash = await hashPassword(body.password);
  await call.services.database.withSystem("change a password", async (tx) => {
    await updateUser(tx, user.value.id, { passwordHash });
    await deleteSessions(tx, user.value.id, { except: call.account?.sessionId ?? null });
  });
  return ok({});
}

export async function startTotp(
  call: AccountCall,
  body: { readonly password: string },
): Promise<Result<{ secret: string; uri: string; qrSvg: string }, Problem>> {
  const user = await confirmedUser(call, body.password);
  if (!user.ok) return user;
  if (user.value.totpEnabledAt)
    return err(problem(identityProblems.totpAlreadyOn, "Turn it off first to set it up anew."));
  const made = newTotp(user.value.email);
  await call.services.database.withSystem("set up two-step sign-in", (tx) =>
    updateUser(tx, user.value.id, { totpSecret: call.services.secrets.seal(made.secret) }),
  );
  return ok({ ...made, qrSvg: await QRCode.toString(made.uri, { type: "svg", margin: 1 }) });
}

export async function confirmTotp(
  call: AccountCall,
  body: { readonly code: string },
): Promise<Result<{ recoveryCodes: string[] }, Problem>> {
  return call.services.database.withSystem("set up two-step sign-in", async (tx) => {
    const user = await findUser(tx, call.account?.userId ?? "");
    if (!user?.totpSecret) return err(problem(identityProblems.totpNotStarted, "Begin with the QR code."));
    if (user.totpEnabledAt) return err(problem(identityProblems.totpAlreadyOn, "Nothing to confirm."));
    const step = stepOfCode(call.services.secrets.open(user.totpSecret), body.code, tx.now);
    if (step === null)
      return err(problem(identityProblems.wrongCode, "Check the clock of the phone and take the newest code."));
    await updateUser(tx, user.id, { totpEnabledAt: tx.now, totpLastStep: step });
    const codes = newRecoveryCodes(10);
    await tx.query("DELETE FROM system.recovery_codes WHERE user_id = $1", [user.id]);
    await tx.db.insert(recoveryCodes).values(codes.map((code) => ({ userId: user.id, codeHash: hashToken(code) })));
    return ok({ recoveryCodes: codes });
  });
}

export async function disableTotp(call: AccountCall, body: { readonly password: string }): Promise<Done> {
  const user = await confirmedUser(call, body.password);
  if (!user.ok) return user;
  await call.services.database.withSystem("turn two-step sign-in off", (tx) =>
    updateUser(tx, user.value.id, { totpSecret: null, totpEnabledAt: null, totpLastStep: null }),
  );
  return ok({});
}
