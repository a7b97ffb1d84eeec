import { ok } from "@yutu/kernel";
import {
  checkBetween,
  type Estimate,
  type Estimated,
  studentTQuantile,
  studentTTwoSided,
} from "../foundation/index.ts";
import type { Arm } from "./arm.ts";
import { type EffectScale, observeEffect } from "./effect.ts";

/** Effect of a treatment by a t-test that allows unequal variances. */
export interface WelchEffect extends Estimate {
  readonly scale: EffectScale;
  readonly standardError: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly pValue: number;
}

export interface CompareOptions {
  /** Default `absolute`. */
  readonly scale?: EffectScale;
  /** Coverage of the interval, default 0.95. */
  readonly level?: number;
}

/**
 * Welch's t-test of treatment against control for proportions, means and ratios. Valid for one planned look at the
 * data; use `sequentialLook` when results are watched while they come in.
 */
export function compareArms(control: Arm, treatment: Arm, options: CompareOptions = {}): Estimated<WelchEffect> {
  const { scale = "absolute", level = 0.95 } = options;
  const checked = checkBetween(level, 0, 1, "level");
  if (!checked.ok) return checked;
  const observed = observeEffect(control, treatment, scale);
  if (!observed.ok) return observed;
  const { effect, standardError, degreesOfFreedom, warnings } = observed.value;
  const statistic = effect / standardError;
  const reach = studentTQuantile(0.5 + level / 2, degreesOfFreedom) * standardError;
  return ok({
    estimate: effect,
    interval: [effect - reach, effect + reach],
    level,
    method: "welch-t",
    n: control.n + treatment.n,
    warnings,
    scale,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: studentTTwoSided(statistic, degreesOfFreedom),
  });
}
