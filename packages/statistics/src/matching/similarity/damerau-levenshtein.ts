/**
 * Least number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other, by
 * code points. Unrestricted: letters may be edited again after a swap, so it is a metric (`ca` → `abc` is 2).
 * @see Damerau (1964); Lowrance and Wagner (1975) for the algorithm, O(|a|·|b|)
 */
export function damerauLevenshtein(a: string, b: string): number {
  if (a === b) return 0;
  const from = Array.from(a);
  const to = Array.from(b);
  if (from.length === 0 || to.length === 0) return from.length + to.length;
  const width = to.length + 2;
  const far = from.length + to.length;
  const cost = new Int32Array((from.length + 2) * width);
  cost[0] = far;
  for (let i = 0; i <= from.length; i++) {
    cost[(i + 1) * width] = far;
    cost[(i + 1) * width + 1] = i;
  }
  for (let j = 0; j <= to.length; j++) {
    cost[j + 1] = far;
    cost[width + j + 1] = j;
  }
  const lastRow = new Map<string, number>();
  for (let i = 1; i <= from.length; i++) {
    fillRow(cost, width, from, to, i, lastRow);
    lastRow.set(from[i - 1] ?? "", i);
  }
  return cost[(from.length + 1) * width + to.length + 1] ?? far;
}

function fillRow(
  cost: Int32Array,
  width: number,
  from: readonly string[],
  to: readonly string[],
  i: number,
  lastRow: ReadonlyMap<string, number>,
): void {
  let lastColumn = 0;
  for (let j = 1; j <= to.length; j++) {
    const row = lastRow.get(to[j - 1] ?? "") ?? 0;
    const column = lastColumn;
    const same = from[i - 1] === to[j - 1];
    if (same) lastColumn = j;
    const substitute = (cost[i * width + j] ?? 0) + (same ? 0 : 1);
    const insert = (cost[(i + 1) * width + j] ?? 0) + 1;
    const remove = (cost[i * width + j + 1] ?? 0) + 1;
    const swap = (cost[row * width + column] ?? 0) + (i - row - 1) + 1 + (j - column - 1);
    cost[(i + 1) * width + j + 1] = Math.min(substitute, insert, remove, swap);
  }
}

/** Damerau-Levenshtein distance as similarity in [0, 1]: 1 − distance / longer length; two empty texts are equal. */
export function editSimilarity(a: string, b: string): number {
  const longer = Math.max(Array.from(a).length, Array.from(b).length);
  return longer === 0 ? 1 : 1 - damerauLevenshtein(a, b) / longer;
}
