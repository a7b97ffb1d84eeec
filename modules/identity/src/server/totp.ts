import type { SecretBox } from "@yutu/application";
import type { SystemTx } from "@yutu/database";
import { Secret, TOTP } from "otpauth";
import type { UserRow } from "./account-repository.ts";
import { hashToken } from "./secrets.ts";

const totpFor = (secret: string, label = ""): TOTP =>
  new TOTP({ issuer: "Yutu", label, algorithm: "SHA1", digits: 6, period: 30, secret: Secret.fromBase32(secret) });

export function newTotp(email: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totpFor(secret, email).toString() };
}

/** The 30-second step a code belongs to (one step early or late is allowed), or null when it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpFor(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 30_000) + delta;
}

/** Accepts a one-time code or a recovery code, each only once. */
export async function useCode(tx: SystemTx, secrets: SecretBox, user: UserRow, code: string): Promise<boolean> {
  if (!user.totpSecret) return false;
  const step = stepOfCode(secrets.open(user.totpSecret), code.replace(/\s/g, ""), tx.now);
  if (step !== null) {
    const used = await tx.query(
      "UPDATE system.users SET totp_last_step = $2 WHERE id = $1 AND coalesce(totp_last_step, 0) < $2 RETURNING 1",
      [user.id, step],
    );
    return used.length === 1;
  }
  const recovered = await tx.query(
    "UPDATE system.recovery_codes SET used_at = now() WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1",
    [user.id, hashToken(code.trim().toLowerCase())],
  );
  return recovered.length === 1;
}
