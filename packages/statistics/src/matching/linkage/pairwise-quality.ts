/** Agreement of a clustering with known truth, counted over pairs. */
export interface PairwiseQuality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/**
 * Precision, recall and F1 over all pairs that the clusters imply (a cluster of k records implies k(k−1)/2).
 * @param truth pairs of record positions that are the same person
 */
export function pairwiseQuality(
  clusters: readonly (readonly number[])[],
  truth: readonly (readonly [number, number])[],
): PairwiseQuality {
  const clusterOf = new Map<number, number>();
  let implied = 0;
  clusters.forEach((members, c) => {
    implied += (members.length * (members.length - 1)) / 2;
    for (const member of members) clusterOf.set(member, c);
  });
  let hits = 0;
  for (const [a, b] of truth) {
    const cluster = clusterOf.get(a);
    if (cluster !== undefined && cluster === clusterOf.get(b)) hits += 1;
  }
  const precision = implied === 0 ? 1 : hits / implied;
  const recall = truth.length === 0 ? 1 : hits / truth.length;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return {
    precision,
    recall,
    f1,
    truePositives: hits,
    falsePositives: implied - hits,
    falseNegatives: truth.length - hits,
  };
}
