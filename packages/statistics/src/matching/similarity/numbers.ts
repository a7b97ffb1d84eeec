/**
 * Similarity of two quantities in [0, 1], falling linearly from 1 at equality to 0 at `tolerance` times the larger
 * absolute value. Two zeros are equal.
 */
export function relativeSimilarity(a: number, b: number, tolerance: number): number {
  const scale = Math.max(Math.abs(a), Math.abs(b)) * tolerance;
  if (a === b) return 1;
  return scale === 0 ? 0 : Math.max(0, 1 - Math.abs(a - b) / scale);
}
