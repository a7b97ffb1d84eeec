import { drawBeta, drawGamma, openUniform } from "./draws.ts";
import type { Random } from "./generator.ts";

/** Poisson with the given mean; large means are halved through a gamma draw (Ahrens and Dieter 1974), exactly. */
export function drawPoisson(random: Random, mean: number): number {
  let left = mean;
  let count = 0;
  while (left > 20) {
    const m = Math.floor(left * 0.875);
    const waited = drawGamma(random, m);
    if (waited > left) return count + drawBinomial(random, m - 1, left / waited);
    count += m;
    left -= waited;
  }
  const limit = Math.exp(-left);
  let product = openUniform(random);
  while (product > limit) {
    count += 1;
    product *= openUniform(random);
  }
  return count;
}

/** Binomial(n, p); large n is split at a beta-distributed order statistic, exactly. */
export function drawBinomial(random: Random, n: number, p: number): number {
  let trials = n;
  let chance = p;
  let count = 0;
  while (trials > 40) {
    const middle = Math.floor(1 + trials / 2);
    const split = drawBeta(random, middle, trials + 1 - middle);
    if (split <= chance) {
      count += middle;
      trials -= middle;
      chance = split < 1 ? Math.max(0, (chance - split) / (1 - split)) : 0;
    } else {
      trials = middle - 1;
      chance = Math.min(1, chance / split);
    }
  }
  for (let i = 0; i < trials; i++) if (random.uniform() < chance) count += 1;
  return count;
}
