/** Prefix weight and length of Winkler (1990); the bonus applies above this Jaro similarity, as in the Census code. */
const PREFIX_WEIGHT = 0.1;
const PREFIX_LENGTH = 4;
const BONUS_FROM = 0.7;

const claimedA = new Uint8Array(256);
const claimedB = new Uint8Array(256);

/**
 * Jaro similarity in [0, 1] of two texts by UTF-16 units: mean of the matched shares and of the unswapped share, where
 * letters match within half the longer length. Texts over 256 units are cut.
 * @see Jaro (1989), JASA 84, 414–420
 */
export function jaro(a: string, b: string): number {
  if (a === b) return 1;
  const na = Math.min(a.length, 256);
  const nb = Math.min(b.length, 256);
  if (na === 0 || nb === 0) return 0;
  const matches = markMatches(a, b, na, nb);
  if (matches === 0) return 0;
  let halfSwaps = 0;
  for (let i = 0, j = 0; i < na; i++) {
    if (claimedA[i] === 0) continue;
    while (claimedB[j] === 0) j += 1;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) halfSwaps += 1;
    j += 1;
  }
  return (matches / na + matches / nb + (matches - halfSwaps / 2) / matches) / 3;
}

function markMatches(a: string, b: string, na: number, nb: number): number {
  claimedA.fill(0, 0, na);
  claimedB.fill(0, 0, nb);
  const reach = Math.max(0, Math.floor(Math.max(na, nb) / 2) - 1);
  let matches = 0;
  for (let i = 0; i < na; i++) {
    const letter = a.charCodeAt(i);
    const to = Math.min(nb, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < to; j++) {
      if (claimedB[j] === 1 || b.charCodeAt(j) !== letter) continue;
      claimedA[i] = 1;
      claimedB[j] = 1;
      matches += 1;
      break;
    }
  }
  return matches;
}

/**
 * Jaro similarity raised for a common prefix: equal beginnings weigh more in names.
 * @see Winkler (1990), String comparator metrics and enhanced decision rules in the Fellegi-Sunter model
 */
export function jaroWinkler(a: string, b: string): number {
  const base = jaro(a, b);
  if (base < BONUS_FROM || base === 1) return base;
  const limit = Math.min(PREFIX_LENGTH, a.length, b.length);
  let prefix = 0;
  while (prefix < limit && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  return base + prefix * PREFIX_WEIGHT * (1 - base);
}
