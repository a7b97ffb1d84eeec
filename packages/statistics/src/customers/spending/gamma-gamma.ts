import { ok } from "@yutu/kernel";
import {
  correlation,
  digamma,
  type Estimate,
  type Estimated,
  logGamma,
  type Matrix,
  refuse,
  type Warning,
  warning,
} from "../../foundation/index.ts";
import { MINIMUM_CUSTOMERS } from "../histories/purchase-histories.ts";
import { type LikelihoodFunction, maximiseLikelihood, parameterInterval } from "../purchasing/maximise-likelihood.ts";

/** p, q: shapes; ν: scale, in the unit of the values. */
export interface GammaGammaParameters {
  readonly p: number;
  readonly q: number;
  readonly nu: number;
}

/** Distribution of spend per purchase with known parameters. */
export interface SpendingModel {
  readonly parameters: GammaGammaParameters;
  /**
   * E[mean value per purchase] of a customer with `repeats` purchases averaging `meanValue`: the own mean drawn towards
   * everybody's. Infinite when q ≤ 1 and there is no repeat purchase.
   */
  expectedValue(repeats: number, meanValue: number): number;
}

export interface FittedSpendingModel extends SpendingModel {
  readonly fit: Estimate<GammaGammaParameters>;
  readonly totalLogLikelihood: number;
  readonly logCovariance: Matrix | null;
}

/**
 * Gamma-Gamma model of spend per purchase, independent of how often somebody buys.
 * @see Colombo and Jiang (1999); Fader and Hardie (2013), "The Gamma-Gamma model of monetary value"
 */
export function gammaGamma(parameters: GammaGammaParameters): SpendingModel {
  const { p, q, nu } = parameters;
  return {
    parameters,
    expectedValue: (repeats, meanValue) => {
      const weight = p * repeats + q - 1;
      return weight > 0 ? (p * (nu + repeats * meanValue)) / weight : Number.POSITIVE_INFINITY;
    },
  };
}

/**
 * Fits the Gamma-Gamma model to customers with at least one repeat purchase of positive mean value; others are left out.
 * Warns when spend and frequency correlate (the model assumes they do not) and when no mean exists (q ≤ 1).
 */
export function fitGammaGamma(
  repeats: ArrayLike<number>,
  meanValues: ArrayLike<number>,
): Estimated<FittedSpendingModel> {
  const usable = selectSpenders(repeats, meanValues);
  if (!usable.ok) return usable;
  const { x, m } = usable.value;
  const scale = m.reduce((a, b) => a + b, 0) / m.length;
  const scaled = m.map((value) => value / scale);
  const found = maximiseLikelihood({
    names: ["p", "q", "nu"],
    full: gammaGammaLikelihood(x, scaled),
    starts: [
      [1, 2, 1],
      [6, 4, 0.5],
      [2, 10, 5],
    ].map((start) => start.map(Math.log)),
    n: m.length,
  });
  const logParameters = found.logParameters.map((v, i) => (i === 2 ? v + Math.log(scale) : v));
  const { estimate, interval } = parameterInterval(logParameters, found.covariance);
  const named = (v: Float64Array): GammaGammaParameters => ({ p: v[0] ?? 1, q: v[1] ?? 1, nu: v[2] ?? 1 });
  const parameters = named(estimate);
  return ok({
    ...gammaGamma(parameters),
    totalLogLikelihood: found.logLikelihood - m.length * Math.log(scale),
    logCovariance: found.covariance,
    fit: {
      estimate: parameters,
      interval: interval === null ? null : [named(interval[0]), named(interval[1])],
      level: interval === null ? null : 0.95,
      method: "gamma-gamma-maximum-likelihood",
      n: m.length,
      warnings: [...found.warnings, ...assumptionWarnings(x, m, parameters.q)],
    },
  });
}

function selectSpenders(
  repeats: ArrayLike<number>,
  meanValues: ArrayLike<number>,
): Estimated<{ x: Float64Array; m: Float64Array }> {
  if (repeats.length === 0) return refuse("emptyInput", "there are no customers");
  if (repeats.length !== meanValues.length) return refuse("lengthMismatch", "repeats and values differ in length");
  const x: number[] = [];
  const m: number[] = [];
  for (let i = 0; i < repeats.length; i++) {
    const count = repeats[i] ?? Number.NaN;
    const value = meanValues[i] ?? Number.NaN;
    if (!Number.isFinite(count) || !Number.isFinite(value)) {
      return refuse("notFinite", `customer ${i} has a value that is not a finite number`, { row: i });
    }
    if (count < 0) return refuse("negativeCount", `customer ${i} has a negative number of repeats`, { row: i });
    if (count >= 1 && value > 0) {
      x.push(count);
      m.push(value);
    }
  }
  if (m.length === 0) return refuse("allZero", "no customer has a repeat purchase of positive value");
  if (m.length < MINIMUM_CUSTOMERS) {
    return refuse("tooFew", `${m.length} customers with repeat purchases, at least ${MINIMUM_CUSTOMERS} are needed`);
  }
  if (m.every((value) => value === m[0])) return refuse("constantSeries", "every customer has the same mean value");
  return ok({ x: Float64Array.from(x), m: Float64Array.from(m) });
}

function gammaGammaLikelihood(x: Float64Array, m: Float64Array): LikelihoodFunction {
  const logM = m.map((value) => Math.log(value));
  const counts = [...new Set(x)];
  return (logParameters, gradient) => {
    const [p = 1, q = 1, nu = 1] = logParameters.map((v) => Math.exp(v));
    const terms = new Map(
      counts.map((count) => {
        const [px, both] = [p * count, p * count + q];
        const value = logGamma(both) - logGamma(px) - logGamma(q) + px * Math.log(count);
        return [count, { value, slopeSum: digamma(both), slopeP: digamma(px) }] as const;
      }),
    );
    const slopeQ = digamma(q);
    let [sum, dp, dq, dNu] = [0, 0, 0, 0];
    for (let i = 0; i < m.length; i++) {
      const count = x[i] ?? 1;
      const term = terms.get(count);
      if (term === undefined) continue;
      const rate = nu + count * (m[i] ?? 0);
      const logRate = Math.log(rate);
      const px = p * count;
      sum += term.value + q * Math.log(nu) + (px - 1) * (logM[i] ?? 0) - (px + q) * logRate;
      dp += count * (term.slopeSum - term.slopeP + (logM[i] ?? 0) + Math.log(count) - logRate);
      dq += term.slopeSum - slopeQ + Math.log(nu) - logRate;
      dNu += q / nu - (px + q) / rate;
    }
    gradient[0] = (-dp * p) / m.length;
    gradient[1] = (-dq * q) / m.length;
    gradient[2] = (-dNu * nu) / m.length;
    return -sum / m.length;
  };
}

function assumptionWarnings(x: Float64Array, m: Float64Array, q: number): Warning[] {
  const warnings: Warning[] = [];
  const r = correlation(x, m);
  if (Math.abs(r) > 0.3) {
    const detail = `frequency and spend correlate (${r.toFixed(2)}); the model assumes that they do not`;
    warnings.push(warning("customers/spend-follows-frequency", detail, { correlation: r }));
  }
  if (q <= 1) {
    const detail = `q is ${q.toPrecision(3)}: everybody's mean spend does not exist, one-time buyers have no estimate`;
    warnings.push(warning("customers/no-mean-spend", detail, { q }));
  }
  return warnings;
}
