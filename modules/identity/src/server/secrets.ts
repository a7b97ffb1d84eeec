import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";

// OWASP's recommended scrypt settings: 32 MB and about 80 ms per attempt.
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const KEY_BYTES = 32;

const derive = (password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, { ...cost, maxmem: 128 * cost.N * cost.r * 2 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** `scrypt$N$r$p$salt$key`, so that the cost can rise without breaking old hashes. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, n, r, p, salt, key] = stored.split("$");
  if (kind !== "scrypt" || !salt || !key) return false;
  const expected = Buffer.from(key, "base64url");
  const actual = await derive(password, Buffer.from(salt, "base64url"), { N: Number(n), r: Number(r), p: Number(p) });
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** A secret of 256 bits that we hand out once and keep only as a hash. `prefix` tells leaked ones apart. */
export const newToken = (prefix: string): string => `${prefix}_${randomBytes(32).toString("base64url")}`;

/** Tokens are long and random, so a fast hash is enough. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Ten-character recovery codes, without letters that look alike. */
export function newRecoveryCodes(count: number): string[] {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  return Array.from({ length: count }, () => {
    const text = Array.from(randomBytes(10), (byte) => alphabet[byte % alphabet.length]).join("");
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
}
