import type { SystemTx } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { identityProblems } from "../domain/problems.ts";
import { addFailedSignIn, clearFailedSignIns, countFailedSignIns } from "./account-repository.ts";

const WINDOW_MINUTES = 15;
const PER_ACCOUNT = 8;
const PER_ADDRESS = 60;

const subjects = (email: string, address: string) => [
  { subject: `email:${email.toLowerCase()}`, limit: PER_ACCOUNT },
  { subject: `address:${address}`, limit: PER_ADDRESS },
];

/** Refuses when the account or the address has failed too often lately; the attempt is then not even looked at. */
export async function checkSignInLimits(tx: SystemTx, email: string, address: string): Promise<Result<null, Problem>> {
  const since = new Date(tx.now.getTime() - WINDOW_MINUTES * 60_000);
  for (const { subject, limit } of subjects(email, address)) {
    if ((await countFailedSignIns(tx, subject, since)) >= limit) {
      return err(
        problem(identityProblems.tooManySignIns, `Wait ${WINDOW_MINUTES} minutes and try again.`, {
          params: { minutes: WINDOW_MINUTES, retryAfter: WINDOW_MINUTES * 60 },
        }),
      );
    }
  }
  return ok(null);
}

export async function noteFailedSignIn(tx: SystemTx, email: string, address: string): Promise<void> {
  for (const { subject } of subjects(email, address)) await addFailedSignIn(tx, subject);
}

export const forgetFailedSignIns = (tx: SystemTx, email: string): Promise<unknown> =>
  clearFailedSignIns(tx, `email:${email.toLowerCase()}`);
