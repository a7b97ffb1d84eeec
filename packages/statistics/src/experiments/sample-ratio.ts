import { ok } from "@yutu/kernel";
import {
  checkCounts,
  chiSquaredUpper,
  type Estimate,
  type Estimated,
  refuse,
  type Warning,
  warning,
} from "../foundation/index.ts";

/** Check of the traffic split. `estimate` is the p-value. */
export interface SampleRatioCheck extends Estimate {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Units expected in each arm. */
  readonly expected: readonly number[];
  /** True when the split cannot be explained by chance: results must not be used. */
  readonly mismatch: boolean;
}

/** Below this p-value the split is taken for broken. */
export const SAMPLE_RATIO_ALARM = 0.001;

/**
 * Sample ratio mismatch: χ² goodness of fit of the units per arm to the planned weights. Arms of weight zero are left
 * out of the sum and of the degrees of freedom; units found in such an arm are a mismatch by themselves.
 * @param weights planned shares, any positive scale
 */
export function checkSampleRatio(units: readonly number[], weights: readonly number[]): Estimated<SampleRatioCheck> {
  if (units.length !== weights.length)
    return refuse("lengthMismatch", `${units.length} arms and ${weights.length} weights`);
  const counted = checkCounts(units, "units");
  if (!counted.ok) return counted;
  if (weights.some((w) => !Number.isFinite(w))) return refuse("notFinite", "a weight is not a finite number");
  if (weights.some((w) => w < 0)) return refuse("outOfRange", "a weight is negative");
  const active = weights.map((_, i) => i).filter((i) => (weights[i] ?? 0) > 0);
  if (active.length < 2) return refuse("oneGroup", "a split needs at least two arms with weight");
  const totalWeight = active.reduce((t, i) => t + (weights[i] ?? 0), 0);
  const inActive = active.reduce((t, i) => t + (units[i] ?? 0), 0);
  const strays = units.reduce((a, b) => a + b, 0) - inActive;
  const expected = weights.map((w) => (inActive * w) / totalWeight);
  let statistic = 0;
  for (const i of active) {
    const e = expected[i] ?? 0;
    if (e > 0) statistic += ((units[i] ?? 0) - e) ** 2 / e;
  }
  const degreesOfFreedom = active.length - 1;
  const pValue = strays > 0 ? 0 : chiSquaredUpper(statistic, degreesOfFreedom);
  return ok({
    estimate: pValue,
    interval: null,
    level: null,
    method: "chi-squared",
    n: inActive + strays,
    warnings: ratioWarnings(strays, Math.min(...active.map((i) => expected[i] ?? 0))),
    statistic,
    degreesOfFreedom,
    expected,
    mismatch: pValue < SAMPLE_RATIO_ALARM,
  });
}

function ratioWarnings(strays: number, smallest: number): Warning[] {
  const warnings: Warning[] = [];
  if (strays > 0) {
    const detail = `${strays} units are in arms that should receive none`;
    warnings.push(warning("experiments/units-in-closed-arm", detail, { units: strays }));
  }
  if (smallest < 8) {
    const detail = "fewer than 8 units are expected in an arm: the check is approximate";
    warnings.push(warning("experiments/small-sample", detail, { expected: smallest }));
  }
  return warnings;
}
