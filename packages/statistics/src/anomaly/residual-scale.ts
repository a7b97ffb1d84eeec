/** How a departure from the expectation is measured, and how it is read back in the metric's unit. */
export interface ResidualScale {
  residual(value: number, expected: number): number;
  /** The value that has this residual. */
  value(residual: number, expected: number): number;
  /** Smallest tail scale worth believing, in residual units. */
  readonly smallest: number;
}

/** Plain differences. `spread` is the usual width of the values, `size` their usual size. */
export const absoluteScale = (spread: number, size: number): ResidualScale => ({
  residual: (value, expected) => value - expected,
  value: (residual, expected) => expected + residual,
  smallest: 0.03 * spread + 1e-9 * Math.max(1, Math.abs(size)),
});

/**
 * Differences of inverse hyperbolic sines: log ratios for values well above `unit`, plain differences near zero, defined
 * for negative values too. For metrics whose noise grows with their level, as sales do.
 */
export function relativeScale(level: number, spread: number): ResidualScale {
  const unit = Math.max(0.05 * Math.abs(level), 0.1 * spread, 1e-9);
  return {
    residual: (value, expected) => Math.asinh(value / unit) - Math.asinh(expected / unit),
    value: (residual, expected) => unit * Math.sinh(Math.asinh(expected / unit) + residual),
    smallest: 0.01,
  };
}
