import { type PurchaseHistories } from "../histories/purchase-histories.ts";
import { GammaLadder } from "./gamma-ladder.ts";
import type { LikelihoodFunction } from "./maximise-likelihood.ts";
import { emptyParetoIntegral, paretoIntegral } from "./pareto-integral.ts";

/**
 * Mean negative log-likelihood of the Pareto/NBD in (ln r, ln α, ln s, ln β), with gradient.
 * @see Schmittlein, Morrison and Colombo (1987); Fader and Hardie (2005), "A note on deriving the Pareto/NBD model"
 */
export function paretoLikelihood(data: Required<PurchaseHistories>): LikelihoodFunction {
  const { repeats, recency, age, weights } = data;
  const highest = repeats.reduce((a, b) => Math.max(a, b), 0);
  const total = weights.reduce((a, b) => a + b, 0);
  const died = emptyParetoIntegral();
  return (logParameters, gradient) => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = logParameters.map((v) => Math.exp(v));
    const ladder = new GammaLadder(r, highest);
    const [logAlpha, logBeta, logS] = [Math.log(alpha), Math.log(beta), Math.log(s)];
    let [sum, dr, dAlpha, ds, dBeta] = [0, 0, 0, 0, 0];
    for (let i = 0; i < repeats.length; i++) {
      const x = repeats[i] ?? 0;
      const weight = weights[i] ?? 0;
      const T = age[i] ?? 0;
      const logEndA = Math.log(alpha + T);
      const logEndB = Math.log(beta + T);
      paretoIntegral(r + x, s + 1, alpha, beta, recency[i] ?? 0, T, died);
      const alive = -(r + x) * logEndA - s * logEndB;
      const dead = logS + died.logValue;
      const top = Math.max(alive, dead);
      const both = top + Math.log(Math.exp(alive - top) + Math.exp(dead - top));
      const gone = Math.exp(dead - both);
      const here = 1 - gone;
      sum += weight * ((ladder.value[x] ?? 0) + r * logAlpha + s * logBeta + both);
      dr += weight * ((ladder.slope[x] ?? 0) + logAlpha - here * logEndA - gone * died.logAlphaT);
      dAlpha += weight * (r / alpha - (r + x) * (here / (alpha + T) + gone * died.inverseAlphaT));
      ds += weight * (logBeta - here * logEndB + gone * (1 / s - died.logBetaT));
      dBeta += weight * (s / beta - (here * s) / (beta + T) - gone * (s + 1) * died.inverseBetaT);
    }
    gradient[0] = (-dr * r) / total;
    gradient[1] = (-dAlpha * alpha) / total;
    gradient[2] = (-ds * s) / total;
    gradient[3] = (-dBeta * beta) / total;
    return -sum / total;
  };
}
