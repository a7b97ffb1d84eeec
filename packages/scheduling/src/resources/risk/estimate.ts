/**
 * How long a task may take, in working days.
 * - `pert`: beta distribution of the three-point estimate (Malcolm et al. 1959); `weight` of the mode is 4 by default.
 * - `lognormal`: by mean and standard deviation; long right tail, no upper end.
 */
export type DurationEstimate =
  | { readonly kind: "fixed"; readonly days: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | {
      readonly kind: "pert";
      readonly low: number;
      readonly mode: number;
      readonly high: number;
      readonly weight?: number;
    }
  | { readonly kind: "lognormal"; readonly mean: number; readonly standardDeviation: number };

export interface Moments {
  readonly mean: number;
  readonly variance: number;
  /** Third central moment. */
  readonly third: number;
}

export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/** Shape of a PERT estimate on [low, high]. */
export function betaShape(low: number, mode: number, high: number, weight = 4): BetaShape {
  const span = high - low;
  return { a: 1 + (weight * (mode - low)) / span, b: 1 + (weight * (high - mode)) / span };
}

export interface LogShape {
  readonly mu: number;
  readonly sigma: number;
}

/** Mean and deviation of the logarithm. */
export function logShape(mean: number, standardDeviation: number): LogShape {
  const variance = Math.log(1 + (standardDeviation / mean) ** 2);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

/** The rule that an estimate breaks, or null. */
export function estimateFault(estimate: DurationEstimate): string | null {
  switch (estimate.kind) {
    case "fixed":
      return estimate.days >= 0 && Number.isFinite(estimate.days) ? null : "the days are 0 or more";
    case "lognormal": {
      const { mean, standardDeviation } = estimate;
      const isSound = mean > 0 && standardDeviation >= 0 && Number.isFinite(mean + standardDeviation);
      return isSound ? null : "the mean is above 0 and the deviation 0 or more";
    }
    case "triangular":
    case "pert": {
      const { low, mode, high } = estimate;
      if (!(low >= 0 && low <= mode && mode <= high && Number.isFinite(high))) return "0 ≤ low ≤ mode ≤ high must hold";
      if (estimate.kind === "triangular") return null;
      const { weight = 4 } = estimate;
      return weight >= 0 && weight <= 1000 ? null : "the weight is between 0 and 1000";
    }
  }
}

const FIXED = { variance: 0, third: 0 };

/** Exact moments of an estimate. */
export function momentsOf(estimate: DurationEstimate): Moments {
  switch (estimate.kind) {
    case "fixed":
      return { mean: estimate.days, ...FIXED };
    case "triangular": {
      const { low: a, mode: c, high: b } = estimate;
      const variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18;
      return { mean: (a + b + c) / 3, variance, third: ((a + b - 2 * c) * (2 * a - b - c) * (a - 2 * b + c)) / 270 };
    }
    case "pert": {
      const { low, mode, high, weight } = estimate;
      const span = high - low;
      if (span === 0) return { mean: low, ...FIXED };
      const { a, b } = betaShape(low, mode, high, weight);
      const sum = a + b;
      const variance = (a * b) / (sum * sum * (sum + 1));
      const third = (2 * a * b * (b - a)) / (sum ** 3 * (sum + 1) * (sum + 2));
      return { mean: low + (span * a) / sum, variance: variance * span ** 2, third: third * span ** 3 };
    }
    case "lognormal": {
      const { mean, standardDeviation } = estimate;
      const ratio = (standardDeviation / mean) ** 2;
      return { mean, variance: standardDeviation ** 2, third: (ratio + 3) * Math.sqrt(ratio) * standardDeviation ** 3 };
    }
  }
}

/** Least and greatest possible duration; a lognormal one ends where one in a thousand million lies beyond. */
export function rangeOf(estimate: DurationEstimate): readonly [number, number] {
  switch (estimate.kind) {
    case "fixed":
      return [estimate.days, estimate.days];
    case "triangular":
    case "pert":
      return [estimate.low, estimate.high];
    case "lognormal": {
      const { mu, sigma } = logShape(estimate.mean, estimate.standardDeviation);
      return [Math.exp(mu - 6 * sigma), Math.exp(mu + 6 * sigma)];
    }
  }
}
