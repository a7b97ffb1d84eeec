const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = DIGITS.length;

const valueAt = (rank: string, i: number): number => (i < rank.length ? DIGITS.indexOf(rank[i] ?? "0") : 0);

/**
 * A rank that sorts between two others as text, so that a card moves without renumbering the rest of its column.
 * A rank is the digits after the point of a fraction in base 62; it never ends in 0.
 * @param before rank of the card above, null at the top
 * @param after rank of the card below, null at the bottom; must sort after `before`
 */
export function rankBetween(before: string | null, after: string | null): string {
  const low = before ?? "";
  if (after !== null && low >= after) throw new RangeError(`no rank between ${low} and ${after}`);
  let rank = "";
  // While the upper neighbour shares the digits so far, it limits the next digit; afterwards nothing does.
  let limited = after !== null;
  for (let i = 0; ; i++) {
    const from = valueAt(low, i);
    const to = limited ? valueAt(after ?? "", i) : BASE;
    const middle = Math.floor((from + to) / 2);
    if (middle > from) return rank + DIGITS[middle];
    rank += DIGITS[from];
    if (to > from) limited = false;
  }
}

/** Evenly spread ranks for a new list. */
export function ranksFor(count: number): string[] {
  const width = Math.max(2, Math.ceil(Math.log(count + 2) / Math.log(BASE)) + 1);
  const space = BASE ** width;
  return Array.from({ length: count }, (_, n) => {
    let rest = Math.floor(((n + 1) * space) / (count + 1));
    let text = "";
    for (let i = 0; i < width; i++) {
      text = DIGITS[rest % BASE] + text;
      rest = Math.floor(rest / BASE);
    }
    return text.replace(/0+$/, "");
  });
}
