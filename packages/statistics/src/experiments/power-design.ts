import { ok } from "@yutu/kernel";
import { checkBetween, checkPositive, type Estimated, refuse } from "../foundation/index.ts";

/** What is known of the metric without treatment. */
export type Baseline =
  | { readonly kind: "proportion"; readonly rate: number }
  | {
      readonly kind: "mean";
      readonly mean: number;
      /** Standard deviation of one unit; for ratio metrics the root of the delta-method variance (`Arm.variance`). */
      readonly sd: number;
    };

/** The effect to be detected. */
export interface TargetEffect {
  readonly scale: "absolute" | "relative";
  /** Non-zero; the sign matters for proportions. */
  readonly size: number;
}

/** How the experiment will be read. */
export interface Design {
  readonly baseline: Baseline;
  /** Chance of a false alarm over all comparisons, default 0.05. */
  readonly alpha?: number;
  /** Default true. */
  readonly twoSided?: boolean;
  /** Units of a treatment arm per unit of control, default 1. */
  readonly ratio?: number;
  /** Treatments compared with control; alpha is shared among them (Bonferroni). Default 1. */
  readonly comparisons?: number;
  /** Share of variance that CUPED removes, 0 … 1. Default 0. */
  readonly varianceReduction?: number;
  /** Set when results will be watched: the always-valid test's N*. Power is then the power of the last look. */
  readonly sequentialTuning?: number;
}

/** A design with defaults filled in and checked. */
export interface CheckedDesign {
  readonly baseline: Baseline;
  /** Alpha per comparison and tail-adjusted: the tail area beyond the critical value. */
  readonly tail: number;
  readonly alpha: number;
  readonly ratio: number;
  readonly varianceFactor: number;
  readonly sequentialTuning: number | null;
}

export function checkDesign(design: Design): Estimated<CheckedDesign> {
  const { baseline, alpha = 0.05, twoSided = true, ratio = 1, comparisons = 1, varianceReduction = 0 } = design;
  const checks = [
    checkBetween(alpha, 0, 1, "alpha"),
    checkPositive(ratio, "ratio"),
    checkPositive(comparisons, "comparisons"),
    baseline.kind === "proportion" ? checkBetween(baseline.rate, 0, 1, "rate") : checkPositive(baseline.sd, "sd"),
    checkPositive(design.sequentialTuning ?? 1, "tuning"),
  ];
  for (const checked of checks) if (!checked.ok) return checked;
  if (!(varianceReduction >= 0 && varianceReduction < 1)) {
    return refuse("outOfRange", "the variance reduction must lie in 0 … 1", { varianceReduction });
  }
  if (baseline.kind === "mean" && !Number.isFinite(baseline.mean))
    return refuse("notFinite", "the mean is not a finite number");
  const perComparison = alpha / comparisons;
  return ok({
    baseline,
    tail: twoSided ? perComparison / 2 : perComparison,
    alpha: perComparison,
    ratio,
    varianceFactor: 1 - varianceReduction,
    sequentialTuning: design.sequentialTuning ?? null,
  });
}

/** Absolute difference the target stands for; refuses zero and rates outside 0 … 1. */
export function absoluteEffect(baseline: Baseline, target: TargetEffect): Estimated<number> {
  if (!Number.isFinite(target.size)) return refuse("notFinite", "the effect is not a finite number");
  const base = baseline.kind === "proportion" ? baseline.rate : Math.abs(baseline.mean);
  const effect = target.scale === "absolute" ? target.size : target.size * base;
  if (effect === 0) return refuse("outOfRange", "an effect of zero cannot be detected");
  if (baseline.kind === "proportion" && !(baseline.rate + effect > 0 && baseline.rate + effect < 1)) {
    return refuse("outOfRange", "the rate with this effect lies outside 0 … 1", { rate: baseline.rate + effect });
  }
  return ok(effect);
}
