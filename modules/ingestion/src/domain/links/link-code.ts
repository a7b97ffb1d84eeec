/** Without 0/O, 1/l/I: people type codes from posters. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
export const LINK_CODE_LENGTH = 7;
export const LINK_CODE_PATTERN = /^[2-9A-HJ-NP-Za-km-z]{4,16}$/;

/**
 * A short code: 57^7 ≈ 2·10¹² of them.
 * @param random at least 14 random bytes
 */
export function makeLinkCode(random: Uint8Array): string {
  let code = "";
  for (let i = 0; i < LINK_CODE_LENGTH; i++) {
    const value = ((random[2 * i] ?? 0) << 8) | (random[2 * i + 1] ?? 0);
    code += ALPHABET[value % ALPHABET.length] ?? "";
  }
  return code;
}

const BOTS =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|monitor|curl|wget|headless|python|scan/i;

/** Whether a request for a short link is a machine looking at it rather than a person following it. Such requests are led on but not counted. */
export const isRobot = (userAgent: string | undefined): boolean =>
  userAgent === undefined || userAgent === "" || BOTS.test(userAgent);
