import { ok } from "@yutu/kernel";
import { checkCount, checkSeries, type Estimated, mean, refuse, variance } from "../foundation/index.ts";

/** What comparisons need of one arm: the metric's mean per unit and the variance of one unit's contribution. */
export interface Arm {
  readonly kind: "proportion" | "mean" | "ratio";
  /** Units of randomisation (users, visitors), not events. */
  readonly n: number;
  readonly mean: number;
  /** Variance of one unit; the variance of `mean` is this over n. */
  readonly variance: number;
  /** Units with a success, for proportions. */
  readonly successes: number | null;
}

/** Arm of a binomial metric: share of units with the success. */
export function proportionArm(counts: { readonly n: number; readonly successes: number }): Estimated<Arm> {
  const n = checkCount(counts.n, "n");
  if (!n.ok) return n;
  const successes = checkCount(counts.successes, "successes");
  if (!successes.ok) return successes;
  if (n.value === 0) return refuse("emptyInput", "the arm has no units");
  if (successes.value > n.value) {
    const detail = `${successes.value} successes among ${n.value} units: count units with a success, not events`;
    return refuse("outOfRange", detail, { n: n.value, successes: successes.value });
  }
  const rate = successes.value / n.value;
  return ok({ kind: "proportion", n: n.value, mean: rate, variance: rate * (1 - rate), successes: successes.value });
}

/** Sums over the units of one arm, as a database returns them. */
export interface MeanSums {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/** Arm of a mean metric (revenue, orders or minutes per unit) from sums. At least two units. */
export function meanArm({ n, sum, sumSquares }: MeanSums): Estimated<Arm> {
  const checked = checkUnits(n);
  if (!checked.ok) return checked;
  if (!Number.isFinite(sum) || !Number.isFinite(sumSquares)) return refuse("notFinite", "a sum is not a finite number");
  const unitVariance = sampleVariance(n, sum, sum, sumSquares);
  if (unitVariance < -1e-9 * sumSquares) {
    return refuse("outOfRange", "the sum of squares is smaller than the sum allows", { n, sum, sumSquares });
  }
  return ok({ kind: "mean", n, mean: sum / n, variance: Math.max(0, unitVariance), successes: null });
}

/** Arm of a mean metric from one value per unit; two passes, so better conditioned than sums. */
export function meanArmOf(values: ArrayLike<number>): Estimated<Arm> {
  const checked = checkSeries(values, 2, "values");
  if (!checked.ok) return checked;
  return ok({ kind: "mean", n: values.length, mean: mean(values), variance: variance(values), successes: null });
}

/** Sums of a ratio metric: numerator and denominator per unit (e.g. revenue and orders per user). */
export interface RatioSums {
  readonly n: number;
  readonly numerator: number;
  readonly numeratorSquares: number;
  readonly denominator: number;
  readonly denominatorSquares: number;
  readonly products: number;
}

/**
 * Arm of a ratio metric Σ numerator/Σ denominator whose denominator varies by unit. Delta method: the unit's variance
 * is (s²_N − 2·R·s_ND + R²·s²_D)/D̄² (Deng, Knoblich, Lu 2018).
 */
export function ratioArm(sums: RatioSums): Estimated<Arm> {
  const { n, numerator, numeratorSquares, denominator, denominatorSquares, products } = sums;
  const checked = checkUnits(n);
  if (!checked.ok) return checked;
  if (![numerator, numeratorSquares, denominator, denominatorSquares, products].every(Number.isFinite)) {
    return refuse("notFinite", "a sum is not a finite number");
  }
  if (denominator === 0) return refuse("allZero", "the denominator of the ratio is zero in this arm");
  const ratio = numerator / denominator;
  const meanDenominator = denominator / n;
  const linearised =
    sampleVariance(n, numerator, numerator, numeratorSquares) -
    2 * ratio * sampleVariance(n, numerator, denominator, products) +
    ratio * ratio * sampleVariance(n, denominator, denominator, denominatorSquares);
  const unitVariance = Math.max(0, linearised) / (meanDenominator * meanDenominator);
  return ok({ kind: "ratio", n, mean: ratio, variance: unitVariance, successes: null });
}

/** Arm of a ratio metric from one pair per unit. */
export function ratioArmOf(numerators: ArrayLike<number>, denominators: ArrayLike<number>): Estimated<Arm> {
  if (numerators.length !== denominators.length) {
    return refuse("lengthMismatch", `${numerators.length} numerators and ${denominators.length} denominators`);
  }
  for (const [values, name] of [
    [numerators, "numerators"],
    [denominators, "denominators"],
  ] as const) {
    const checked = checkSeries(values, 2, name);
    if (!checked.ok) return checked;
  }
  const n = numerators.length;
  let [numerator, numeratorSquares, denominator, denominatorSquares, products] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const a = numerators[i] ?? 0;
    const b = denominators[i] ?? 0;
    numerator += a;
    numeratorSquares += a * a;
    denominator += b;
    denominatorSquares += b * b;
    products += a * b;
  }
  return ratioArm({ n, numerator, numeratorSquares, denominator, denominatorSquares, products });
}

function checkUnits(n: number): Estimated<number> {
  const checked = checkCount(n, "n");
  if (!checked.ok) return checked;
  if (n === 0) return refuse("emptyInput", "the arm has no units");
  return n < 2 ? refuse("tooFew", "a variance needs at least two units", { n, minimum: 2 }) : ok(n);
}

const sampleVariance = (n: number, sumX: number, sumY: number, sumXY: number): number =>
  (sumXY - (sumX * sumY) / n) / (n - 1);
