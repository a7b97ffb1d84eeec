import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { identityProblems } from "./problems.ts";

export const PASSWORD_MIN_LENGTH = 10;

// The first guesses of every attacker, beyond what the other rules refuse.
const GUESSES = [
  "password",
  "qwertyuiop",
  "1234567890",
  "0987654321",
  "iloveyou",
  "woaini1314",
  "a123456789",
  "administrator",
];

/** Length over composition rules (NIST SP 800-63B): long enough, not made of the person's own e-mail, not a first guess. */
export function checkPassword(password: string, email: string): Result<null, Problem> {
  const refuse = (code: string, detail: string) =>
    err(
      problem(identityProblems.weakPassword, detail, {
        errors: [{ pointer: "/body/password", code, message: detail }],
        params: { minLength: PASSWORD_MIN_LENGTH },
      }),
    );
  const lower = password.toLowerCase();
  if (Array.from(password).length < PASSWORD_MIN_LENGTH)
    return refuse("too-short", `Use at least ${PASSWORD_MIN_LENGTH} characters.`);
  if (new Set(lower).size < 5) return refuse("too-uniform", "Use at least five different characters.");
  const mailbox = email.toLowerCase().split("@")[0] ?? "";
  if (mailbox.length >= 4 && lower.includes(mailbox))
    return refuse("contains-email", "Leave your e-mail address out of the password.");
  if (GUESSES.some((guess) => lower.startsWith(guess)))
    return refuse("common", "This is among the first passwords anybody would try.");
  return ok(null);
}
