import type { AccountCall } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { checkPassword } from "../../domain/password.ts";
import { identityProblems } from "../../domain/problems.ts";
import { findUserByEmail, insertUser } from "../account-repository.ts";
import { hashPassword } from "../secrets.ts";
import { openSession } from "../session.ts";
import { foundWorkspace } from "./create-workspace.ts";

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale?: "zh" | "en";
}

/** Makes an account; the address must be free and the password hard to guess. */
export async function createAccount(call: AccountCall, account: NewAccount): Promise<Result<string, Problem>> {
  const strong = checkPassword(account.password, account.email);
  if (!strong.ok) return strong;
  const passwordHash = await hashPassword(account.password);
  return call.services.database.withSystem("sign up", async (tx) => {
    if (await findUserByEmail(tx, account.email)) {
      return err(
        problem(identityProblems.emailTaken, "Sign in with this address, or use another one.", {
          errors: [{ pointer: "/body/email", code: "taken", message: "taken" }],
        }),
      );
    }
    return ok(
      await insertUser(tx, { email: account.email, name: account.name, passwordHash, locale: account.locale ?? "zh" }),
    );
  });
}

export async function signUp(
  call: AccountCall,
  body: NewAccount & { readonly workspaceName: string },
): Promise<Result<Record<string, never>, Problem>> {
  const created = await createAccount(call, body);
  if (!created.ok) return created;
  const workspaceId = await foundWorkspace(
    call.services,
    { id: created.value, name: body.name, email: body.email },
    { name: body.workspaceName },
    call.requestId,
  );
  await call.services.database.withSystem("sign up", (tx) => openSession(tx, call, created.value, { workspaceId }));
  return ok({});
}
