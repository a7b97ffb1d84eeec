import { ok } from "@yutu/kernel";
import {
  checkBetween,
  checkPositive,
  type Estimate,
  type Estimated,
  normalCdf,
  normalDensity,
  normalQuantile,
} from "../foundation/index.ts";
import type { Arm } from "./arm.ts";
import { type EffectScale, observeEffect } from "./effect.ts";

/** A proper normal prior of the relative effect. */
export interface EffectPrior {
  readonly mean: number;
  /** > 0; 0.3 says that 95 % of the effects tried lie within ±60 %. */
  readonly sd: number;
}

/** Posterior of a treatment's effect. */
export interface BayesianEffect extends Estimate {
  readonly scale: EffectScale;
  readonly posteriorSd: number;
  /** Probability that the treatment is better than control. */
  readonly chanceToWin: number;
  /** Expected loss by choosing the treatment although it is worse, on the scale of the effect. */
  readonly riskOfTreatment: number;
  /** Expected loss by staying with control although the treatment is better. */
  readonly riskOfControl: number;
}

export interface BayesianOptions {
  /** Default `relative`. */
  readonly scale?: EffectScale;
  /** Default N(0, 0.3²) on the relative scale; rescaled by |control mean| for absolute effects. */
  readonly prior?: EffectPrior;
  /** Direction of the metric that is good; default `increase`. */
  readonly goal?: "increase" | "decrease";
  readonly level?: number;
}

const DEFAULT_PRIOR: EffectPrior = { mean: 0, sd: 0.3 };

/** E[max(X, 0)] of a normal X. */
const expectedPositivePart = (mean: number, sd: number): number =>
  sd * normalDensity(mean / sd) + mean * normalCdf(mean / sd);

/**
 * Bayesian comparison: a normal prior of the effect is updated by the observed effect and its standard error.
 * Posterior precision = 1/se² + 1/σ₀². The interval is the central credible interval.
 */
export function bayesianEffect(control: Arm, treatment: Arm, options: BayesianOptions = {}): Estimated<BayesianEffect> {
  const { scale = "relative", prior = DEFAULT_PRIOR, goal = "increase", level = 0.95 } = options;
  for (const checked of [checkBetween(level, 0, 1, "level"), checkPositive(prior.sd, "prior sd")]) {
    if (!checked.ok) return checked;
  }
  const observed = observeEffect(control, treatment, scale);
  if (!observed.ok) return observed;
  const { effect, standardError, warnings } = observed.value;
  const unit = scale === "absolute" ? Math.abs(control.mean) || Math.abs(treatment.mean) : 1;
  const priorPrecision = 1 / (prior.sd * unit) ** 2;
  const dataPrecision = 1 / standardError ** 2;
  const posteriorSd = Math.sqrt(1 / (priorPrecision + dataPrecision));
  const posteriorMean = (effect * dataPrecision + prior.mean * unit * priorPrecision) * posteriorSd ** 2;
  const reach = normalQuantile(0.5 + level / 2) * posteriorSd;
  const gain = goal === "increase" ? posteriorMean : -posteriorMean;
  return ok({
    estimate: posteriorMean,
    interval: [posteriorMean - reach, posteriorMean + reach],
    level,
    method: "bayesian-normal",
    n: control.n + treatment.n,
    warnings,
    scale,
    posteriorSd,
    chanceToWin: normalCdf(gain / posteriorSd),
    riskOfTreatment: expectedPositivePart(-gain, posteriorSd),
    riskOfControl: expectedPositivePart(gain, posteriorSd),
  });
}
