import { type PurchaseHistories } from "../histories/purchase-histories.ts";
import { GammaLadder } from "./gamma-ladder.ts";
import type { LikelihoodFunction } from "./maximise-likelihood.ts";

/**
 * Mean negative log-likelihood of the BG/NBD (Fader, Hardie and Lee 2005) or, with `modified`, of the MBG/NBD (Batislam,
 * Denizel and Filiztekin 2007) in (ln r, ln α, ln a, ln b). The two differ in one thing: in the modified model a
 * customer may also drop out right after the first purchase, which is one more draw of the dropout coin.
 */
export function betaGeometricLikelihood(data: Required<PurchaseHistories>, modified: boolean): LikelihoodFunction {
  const { repeats, recency, age, weights } = data;
  const shift = modified ? 1 : 0;
  const highest = repeats.reduce((a, b) => Math.max(a, b), 0) + shift;
  const total = weights.reduce((a, b) => a + b, 0);
  return (logParameters, gradient) => {
    const [r = 1, alpha = 1, a = 1, b = 1] = logParameters.map((v) => Math.exp(v));
    const [ofR, ofB, ofSum] = [r, b, a + b].map((c) => new GammaLadder(c, highest));
    const logAlpha = Math.log(alpha);
    const logA = Math.log(a);
    let [sum, dr, dAlpha, da, db] = [0, 0, 0, 0, 0];
    for (let i = 0; i < repeats.length; i++) {
      const x = repeats[i] ?? 0;
      const k = x + shift;
      const weight = weights[i] ?? 0;
      const end = alpha + (age[i] ?? 0);
      const last = alpha + (recency[i] ?? 0);
      const logEnd = Math.log(end);
      const logLast = Math.log(last);
      const alive = -(r + x) * logEnd;
      const dead = k > 0 ? logA - Math.log(b + k - 1) - (r + x) * logLast : Number.NEGATIVE_INFINITY;
      const top = Math.max(alive, dead);
      const both = top + Math.log(Math.exp(alive - top) + Math.exp(dead - top));
      const gone = Math.exp(dead - both);
      const here = 1 - gone;
      const coins = (ofB?.value[k] ?? 0) - (ofSum?.value[k] ?? 0);
      sum += weight * ((ofR?.value[x] ?? 0) + r * logAlpha + coins + both);
      dr += weight * ((ofR?.slope[x] ?? 0) + logAlpha - here * logEnd - gone * logLast);
      dAlpha += weight * (r / alpha - (r + x) * (here / end + gone / last));
      da += weight * (gone / a - (ofSum?.slope[k] ?? 0));
      db += weight * ((ofB?.slope[k] ?? 0) - (ofSum?.slope[k] ?? 0) - (k > 0 ? gone / (b + k - 1) : 0));
    }
    gradient[0] = (-dr * r) / total;
    gradient[1] = (-dAlpha * alpha) / total;
    gradient[2] = (-da * a) / total;
    gradient[3] = (-db * b) / total;
    return -sum / total;
  };
}
