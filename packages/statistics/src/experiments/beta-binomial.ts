import { ok } from "@yutu/kernel";
import {
  betaCdf,
  betaDensity,
  betaQuantile,
  checkBetween,
  checkPositive,
  type Estimated,
  findRoot,
  refuse,
} from "../foundation/index.ts";
import type { Arm } from "./arm.ts";
import type { BayesianEffect } from "./bayesian-effect.ts";
import type { EffectScale } from "./effect.ts";

/** A beta distribution of a rate. */
export interface BetaParameters {
  readonly a: number;
  readonly b: number;
}

/** Nodes and weights of the Gauss-Legendre rule with 8 points on [−1, 1]. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/** E[g(X)] for X ~ Beta(a, b): integrated over the logit, where the density has no poles, between tiny quantiles. */
function expectation({ a, b }: BetaParameters, g: (x: number) => number): number {
  const logit = (x: number): number => Math.log(x) - Math.log1p(-x);
  const low = Math.max(-700, logit(betaQuantile(1e-16, a, b)));
  const high = Math.min(36, logit(betaQuantile(1 - 1e-16, a, b)));
  const panels = 48;
  const half = (high - low) / panels / 2;
  let total = 0;
  for (let p = 0; p < panels; p++) {
    const centre = low + (2 * p + 1) * half;
    for (const [k, node] of NODES.entries()) {
      for (const u of [centre - half * node, centre + half * node]) {
        const x = 1 / (1 + Math.exp(-u));
        total += (WEIGHTS[k] ?? 0) * half * betaDensity(x, a, b) * x * (1 - x) * g(x);
      }
    }
  }
  return total;
}

/** P(X > Y) of independent beta variables. */
export function chanceOfGreater(x: BetaParameters, y: BetaParameters): number {
  return Math.min(
    1,
    Math.max(
      0,
      expectation(x, (v) => betaCdf(v, y.a, y.b)),
    ),
  );
}

/** E[max(X − Y, 0)], by E[X·1{X>Y}] = E[X]·P(X′ > Y) with X′ ~ Beta(a + 1, b). */
function expectedExcess(x: BetaParameters, y: BetaParameters): number {
  const first = (x.a / (x.a + x.b)) * chanceOfGreater({ a: x.a + 1, b: x.b }, y);
  const second = (y.a / (y.a + y.b)) * chanceOfGreater(x, { a: y.a + 1, b: y.b });
  return Math.max(0, first - second);
}

export interface BetaBinomialOptions {
  /** Default `absolute`; risks are always differences of rates. */
  readonly scale?: EffectScale;
  /** Prior of both rates; default Beta(1, 1). Both parameters > 0, so the prior is proper. */
  readonly prior?: BetaParameters;
  readonly goal?: "increase" | "decrease";
  readonly level?: number;
}

/**
 * Exact Bayesian comparison of two conversion rates with beta priors, by numerical integration: no normal
 * approximation, hence right for few conversions. The estimate is the posterior median of the effect.
 */
export function compareRatesBayesian(
  control: Arm,
  treatment: Arm,
  options: BetaBinomialOptions = {},
): Estimated<BayesianEffect> {
  const { scale = "absolute", prior = { a: 1, b: 1 }, goal = "increase", level = 0.95 } = options;
  if (control.successes === null || treatment.successes === null) {
    return refuse("outOfRange", "beta priors are for proportions; use bayesianEffect for other metrics");
  }
  for (const checked of [
    checkBetween(level, 0, 1, "level"),
    checkPositive(prior.a, "prior a"),
    checkPositive(prior.b, "prior b"),
  ]) {
    if (!checked.ok) return checked;
  }
  const a = posterior(prior, control, control.successes);
  const b = posterior(prior, treatment, treatment.successes);
  const below = (effect: number): number =>
    expectation(a, (x) => betaCdf(scale === "absolute" ? x + effect : x * (1 + effect), b.a, b.b));
  const at = (p: number): number => effectQuantile(below, p, scale);
  const tail = (1 - level) / 2;
  const interval = [at(tail), at(1 - tail)] as const;
  const better = chanceOfGreater(b, a);
  const [gain, loss] = [expectedExcess(b, a), expectedExcess(a, b)];
  const up = goal === "increase";
  return ok({
    estimate: at(0.5),
    interval,
    level,
    method: "beta-binomial",
    n: control.n + treatment.n,
    warnings: [],
    scale,
    posteriorSd: posteriorSd(a, b, scale),
    chanceToWin: up ? better : 1 - better,
    riskOfTreatment: up ? loss : gain,
    riskOfControl: up ? gain : loss,
  });
}

const posterior = (prior: BetaParameters, arm: Arm, successes: number): BetaParameters => ({
  a: prior.a + successes,
  b: prior.b + arm.n - successes,
});

function effectQuantile(below: (effect: number) => number, p: number, scale: EffectScale): number {
  const low = -1;
  let high = 1;
  if (scale === "relative") while (below(high) < p && high < 1e6) high *= 2;
  if (below(high) <= p) return high;
  return findRoot((effect) => below(effect) - p, low, high, 1e-10);
}

/** Standard deviation of the difference, or of the ratio by the delta method. */
function posteriorSd(a: BetaParameters, b: BetaParameters, scale: EffectScale): number {
  const moments = ({ a: p, b: q }: BetaParameters) => ({ m: p / (p + q), v: (p * q) / ((p + q) ** 2 * (p + q + 1)) });
  const [x, y] = [moments(a), moments(b)];
  if (scale === "absolute") return Math.sqrt(x.v + y.v);
  return Math.sqrt(y.v / x.m ** 2 + (x.v * y.m ** 2) / x.m ** 4);
}
