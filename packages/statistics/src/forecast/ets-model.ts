/** Taxonomy of exponential smoothing (Hyndman, Koehler, Ord, Snyder 2008, "Forecasting with Exponential Smoothing"). */
export interface EtsSpec {
  readonly error: "A" | "M";
  readonly trend: "N" | "A" | "Ad";
  readonly season: "N" | "A" | "M";
}

/** E.g. `ETS(M,Ad,A)`. */
export const etsName = ({ error, trend, season }: EtsSpec): string => `ETS(${error},${trend},${season})`;

/** Smoothing parameters; beta is β = αβ*, gamma in the error-correction form. */
export interface EtsParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** Level, trend and seasonal states before the first observation; `season[j]` belongs to observation j. */
export interface EtsStart {
  readonly level: number;
  readonly trend: number;
  readonly season: Float64Array;
}

/** The pass of a model over a series. */
export interface EtsRun {
  readonly level: number;
  readonly trend: number;
  /** Seasonal states; entry (n + h − 1) mod m belongs to step h ahead. */
  readonly season: Float64Array;
  /** n·ln Σe² + 2·Σ ln|r|, i.e. −2 log likelihood up to a constant; +∞ outside the model's domain. */
  readonly criterion: number;
  /** Σ of squared innovations (relative ones for multiplicative errors). */
  readonly squares: number;
}

/**
 * Runs the state recursion over a series.
 * @param fitted receives the one-step forecasts when given, same length as `y`
 */
export function runEts(
  spec: EtsSpec,
  parameters: EtsParameters,
  start: EtsStart,
  y: Float64Array,
  fitted?: Float64Array,
): EtsRun {
  const { alpha, beta, gamma, phi } = parameters;
  const season = start.season.slice();
  const m = season.length;
  let { level, trend } = start;
  let [squares, logs] = [0, 0];
  for (let t = 0; t < y.length; t++) {
    const value = y[t] ?? 0;
    const base = level + phi * trend;
    const at = m > 0 ? t % m : 0;
    const seasonal = m > 0 ? (season[at] ?? 0) : 0;
    const forecast = spec.season === "N" ? base : spec.season === "A" ? base + seasonal : base * seasonal;
    if (fitted !== undefined) fitted[t] = forecast;
    let error = value - forecast;
    const freed = spec.season === "N" ? value : spec.season === "A" ? value - seasonal : value / seasonal;
    if (spec.season !== "N") {
      season[at] = seasonal + gamma * ((spec.season === "A" ? value - base : value / base) - seasonal);
    }
    const surprise = freed - base;
    level = base + alpha * surprise;
    trend = phi * trend + beta * surprise;
    if (spec.error === "M") {
      if (!(forecast > 0)) return outside(season);
      error /= forecast;
      logs += Math.log(forecast);
    }
    squares += error * error;
  }
  const criterion = y.length * Math.log(Math.max(squares, 1e-300)) + 2 * logs;
  return Number.isFinite(criterion) ? { level, trend, season, criterion, squares } : outside(season);
}

const outside = (season: Float64Array): EtsRun => ({
  level: 0,
  trend: 0,
  season,
  criterion: Number.POSITIVE_INFINITY,
  squares: Number.POSITIVE_INFINITY,
});

/**
 * The members tried for a series: additive errors with additive seasons, and, for positive data, multiplicative errors
 * with any season. Additive errors with multiplicative seasons are left out (infinite variance, as in Hyndman 2008).
 */
export function etsFamily(seasonal: boolean, positive: boolean): EtsSpec[] {
  const family: EtsSpec[] = [];
  for (const error of positive ? (["A", "M"] as const) : (["A"] as const)) {
    for (const trend of ["N", "A", "Ad"] as const) {
      family.push({ error, trend, season: "N" });
      if (!seasonal) continue;
      family.push({ error, trend, season: "A" });
      if (error === "M") family.push({ error, trend, season: "M" });
    }
  }
  return family;
}
