import type { Random } from "../random.ts";
import { betaShape, type DurationEstimate, logShape } from "./estimate.ts";

export type Sampler = (random: Random) => number;

/** Gamma deviate of unit scale, shape 1 or more (Marsaglia and Tsang, ACM TOMS 26, 2000). */
function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = random.next();
    if (u < 1 - 0.0331 * x ** 4 || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** Draws durations of an estimate; what does not change between draws is worked out once. */
export function samplerOf(estimate: DurationEstimate): Sampler {
  switch (estimate.kind) {
    case "fixed":
      return () => estimate.days;
    case "triangular": {
      const { low, mode, high } = estimate;
      const span = high - low;
      if (span === 0) return () => low;
      const cut = (mode - low) / span;
      return (random) => {
        const u = random.next();
        return u < cut ? low + Math.sqrt(u * span * (mode - low)) : high - Math.sqrt((1 - u) * span * (high - mode));
      };
    }
    case "pert": {
      const { low, mode, high, weight } = estimate;
      if (high === low) return () => low;
      const { a, b } = betaShape(low, mode, high, weight);
      return (random) => {
        const x = gamma(a, random);
        return low + ((high - low) * x) / (x + gamma(b, random));
      };
    }
    case "lognormal": {
      const { mu, sigma } = logShape(estimate.mean, estimate.standardDeviation);
      return (random) => Math.exp(mu + sigma * random.normal());
    }
  }
}
