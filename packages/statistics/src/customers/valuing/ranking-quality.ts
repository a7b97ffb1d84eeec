/**
 * Area under the ROC curve: the chance that a random positive case scores above a random negative one, ties counting
 * half (Mann-Whitney). Null when one of the classes is empty.
 */
export function areaUnderCurve(scores: ArrayLike<number>, positive: ArrayLike<number | boolean>): number | null {
  const order = Array.from({ length: scores.length }, (_, i) => i);
  order.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let positives = 0;
  let rankSum = 0;
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && scores[order[j] ?? 0] === scores[order[i] ?? 0]) j += 1;
    const rank = (i + 1 + j) / 2;
    for (; i < j; i++) {
      if (Number(positive[order[i] ?? 0]) === 0) continue;
      positives += 1;
      rankSum += rank;
    }
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Mean squared difference between predicted chances and what happened (Brier 1950); 0 is perfect. */
export function brierScore(chances: ArrayLike<number>, happened: ArrayLike<number | boolean>): number {
  let sum = 0;
  for (let i = 0; i < chances.length; i++) sum += ((chances[i] ?? 0) - Number(happened[i])) ** 2;
  return sum / chances.length;
}
