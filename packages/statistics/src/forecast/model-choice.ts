import type { Fold } from "./rolling-origin.ts";

/** Share of each model in the forecast. */
export interface Choice {
  readonly weights: readonly number[];
  /** Name of the method: a model's, or `ensemble`. */
  readonly method: string;
}

/**
 * Chooses between each model alone and two ensembles (equal shares; shares by 1/error²) by error in rehearsal. An
 * ensemble is preferred when it is within 2 % of the best: combining is safer than picking (M4 competition).
 * @param error what is judged, of a blend with given weights
 */
export function chooseModel(
  folds: readonly Fold[],
  names: readonly string[],
  fallback: readonly number[],
  error: (weights: readonly number[]) => number,
): Choice {
  if (folds.length === 0) return { weights: fallback, method: methodOf(fallback, names) };
  const alone = names.map((_, k) => names.map((__, j) => (j === k ? 1 : 0)));
  const errors = alone.map(error);
  const least = Math.min(...errors);
  const shares = errors.map((e) => (least > 0 && e < 1.5 * least ? (least / e) ** 2 : e <= least ? 1 : 0));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const ensembles = [shares.map((share) => share / total), names.map(() => 1 / names.length)];
  const ranked = [
    ...ensembles.map((w) => ({ w, e: error(w) * 0.98 })),
    ...alone.map((w, k) => ({ w, e: errors[k] ?? 0 })),
  ];
  ranked.sort((a, b) => a.e - b.e);
  const weights = ranked[0]?.w ?? fallback;
  return { weights, method: methodOf(weights, names) };
}

function methodOf(weights: readonly number[], names: readonly string[]): string {
  const used = names.filter((_, k) => (weights[k] ?? 0) > 0);
  return used.length === 1 ? (used[0] ?? "ensemble") : "ensemble";
}
