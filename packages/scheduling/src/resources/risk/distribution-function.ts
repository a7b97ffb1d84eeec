import { betaShape, type DurationEstimate, logShape } from "./estimate.ts";

/** Φ, relative error below 1.2e-7 also in the tails (Chebyshev fit of erfc, Press et al., Numerical Recipes, 6.2). */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const fit = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const power = fit.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const tail = (t * Math.exp(-x * x + power)) / 2;
  return z > 0 ? 1 - tail : tail;
}

/** ln Γ for positive arguments (Lanczos, g = 7, nine terms; relative error below 1e-13). */
function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const series = terms.reduce((sum, term, index) => sum + term / (x + index), 0.9999999999998099);
  const t = x + 6.5;
  return Math.log(Math.sqrt(2 * Math.PI)) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** Continued fraction of the incomplete beta function by Lentz' method (DLMF 8.17.22). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return fraction;
}

/** Regularised incomplete beta function I_x(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Probability that a task of this estimate takes at most `days`. */
export function durationCdf(estimate: DurationEstimate, days: number): number {
  switch (estimate.kind) {
    case "fixed":
      return days >= estimate.days ? 1 : 0;
    case "triangular": {
      const { low, mode, high } = estimate;
      if (days >= high) return 1;
      if (days <= low) return 0;
      return days < mode
        ? (days - low) ** 2 / ((high - low) * (mode - low))
        : 1 - (high - days) ** 2 / ((high - low) * (high - mode));
    }
    case "pert": {
      const { low, mode, high, weight } = estimate;
      if (high === low) return days >= low ? 1 : 0;
      const { a, b } = betaShape(low, mode, high, weight);
      return betaCdf((days - low) / (high - low), a, b);
    }
    case "lognormal": {
      const { mu, sigma } = logShape(estimate.mean, estimate.standardDeviation);
      if (sigma === 0) return days >= estimate.mean ? 1 : 0;
      return days <= 0 ? 0 : normalCdf((Math.log(days) - mu) / sigma);
    }
  }
}
