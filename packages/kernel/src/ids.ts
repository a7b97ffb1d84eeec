const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** 128 bits as 26 Crockford base-32 characters, most significant first, so text order is time order. */
function encode(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = ALPHABET[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
}

/**
 * A prefixed, time-sortable id such as `prj_01k2...` (48 bits of milliseconds, 80 random bits).
 * @param nowMs milliseconds since the epoch
 * @param random ten random bytes
 */
export function makeId(prefix: string, nowMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = nowMs;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  return `${prefix}_${encode(bytes)}`;
}

/** Source of ids; the only way a command gets one, so that tests can fix them. */
export interface IdSource {
  next(prefix: string): string;
}

export const ID_PATTERN = /^[a-z]{2,5}_[0-9a-hjkmnp-tv-z]{26}$/;
