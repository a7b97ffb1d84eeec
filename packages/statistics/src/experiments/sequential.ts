import { ok } from "@yutu/kernel";
import {
  checkBetween,
  checkPositive,
  type Estimate,
  type Estimated,
  type Range,
  warning,
} from "../foundation/index.ts";
import type { Arm } from "./arm.ts";
import { type EffectScale, observeEffect } from "./effect.ts";

/** What must be kept between looks: the smallest p-value and the intersection of the intervals so far. */
export interface SequentialState {
  readonly pValue: number;
  readonly interval: Range;
  readonly looks: number;
}

/** One look at a running experiment; may be taken at any time and any number of times. */
export interface SequentialLook extends Estimate {
  readonly scale: EffectScale;
  readonly standardError: number;
  /** Mixture likelihood ratio Λ (an e-value) of this look alone. */
  readonly evidence: number;
  /** Always-valid p-value: the running minimum over all looks. */
  readonly pValue: number;
  /** True once any look had Λ ≥ 1/α; a conclusion stays, it never has to be taken back. */
  readonly conclusive: boolean;
  /** Pass it to the next look. */
  readonly state: SequentialState;
}

export interface SequentialOptions {
  readonly scale?: EffectScale;
  /** Coverage over all looks together, default 0.95. */
  readonly level?: number;
  /** Units at which the interval shall be narrowest (N*); default 5,000. Fix it before the first look. */
  readonly tuning?: number;
}

/** ρ² that makes the confidence sequence narrowest at `tuning` units (Waudby-Smith et al. 2021). */
export function mixtureVariance(tuning: number, alpha: number): number {
  const spread = -2 * Math.log(alpha);
  return (spread + Math.log(1 + spread)) / tuning;
}

/** Half-width of the confidence sequence in standard errors at n units: the critical value when peeking is allowed. */
export function sequentialCriticalValue(n: number, tuning: number, alpha: number): number {
  const load = n * mixtureVariance(tuning, alpha);
  return Math.sqrt(((2 * (load + 1)) / load) * (0.5 * Math.log(load + 1) - Math.log(alpha)));
}

/**
 * Always-valid test by the mixture sequential probability ratio (Robbins 1970; Johari, Pekelis, Walsh 2015) with the
 * asymptotic confidence sequence. Λ = (1 + nρ²)^{−1/2}·exp(nρ²z²/(2(1 + nρ²))), p = min over looks of 1/Λ.
 * @param before the state of the look before, or null at the first look
 */
export function sequentialLook(
  control: Arm,
  treatment: Arm,
  before: SequentialState | null,
  options: SequentialOptions = {},
): Estimated<SequentialLook> {
  const { scale = "absolute", level = 0.95, tuning = 5000 } = options;
  for (const checked of [checkBetween(level, 0, 1, "level"), checkPositive(tuning, "tuning")]) {
    if (!checked.ok) return checked;
  }
  const observed = observeEffect(control, treatment, scale);
  if (!observed.ok) return observed;
  const { effect, standardError } = observed.value;
  const n = control.n + treatment.n;
  const alpha = 1 - level;
  const load = n * mixtureVariance(tuning, alpha);
  const z = effect / standardError;
  const logEvidence = (load * z * z) / (2 * (1 + load)) - 0.5 * Math.log1p(load);
  const reach = sequentialCriticalValue(n, tuning, alpha) * standardError;
  const now: Range = [effect - reach, effect + reach];
  const shared: Range = before ? [Math.max(now[0], before.interval[0]), Math.min(now[1], before.interval[1])] : now;
  const consistent = shared[0] <= shared[1];
  const warnings = [...observed.value.warnings];
  if (!consistent) {
    const detail = "this look's interval does not meet the earlier ones: the effect has probably changed over time";
    warnings.push(warning("experiments/effect-drift", detail));
  }
  const pValue = Math.min(before?.pValue ?? 1, Math.exp(-logEvidence), 1);
  const interval = consistent ? shared : now;
  return ok({
    estimate: effect,
    interval,
    level,
    method: "msprt",
    n,
    warnings,
    scale,
    standardError,
    evidence: Math.exp(Math.min(700, logEvidence)),
    pValue,
    conclusive: pValue <= alpha,
    state: { pValue, interval, looks: (before?.looks ?? 0) + 1 },
  });
}
