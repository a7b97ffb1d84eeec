import { mean } from "../foundation/descriptive.ts";
import { minimiseScalar } from "../foundation/optimise/minimise-scalar.ts";
import { isSeasonal, seasonalIndices } from "./seasonal-indices.ts";

/** A fitted Theta model. */
export interface ThetaFit {
  readonly alpha: number;
  /** Level of simple exponential smoothing after the last observation (seasonally adjusted). */
  readonly level: number;
  /** Slope of the straight line through the adjusted series; the drift of the forecast is half of it. */
  readonly slope: number;
  /** Multiplicative seasonal indices, or null when the season is not significant. */
  readonly indices: Float64Array | null;
  readonly sigma: number;
  readonly n: number;
}

/** Simple exponential smoothing from the first observation; answers the final level and the squared one-step errors. */
export function smoothSimply(y: ArrayLike<number>, alpha: number): { level: number; squares: number } {
  let level = y[0] ?? 0;
  let squares = 0;
  for (let t = 1; t < y.length; t++) {
    const error = (y[t] ?? 0) - level;
    squares += error * error;
    level += alpha * error;
  }
  return { level, squares };
}

/** Slope of the least squares line over t = 0, 1, … */
export function lineSlope(y: ArrayLike<number>): number {
  const middle = (y.length - 1) / 2;
  const average = mean(y);
  let [cross, square] = [0, 0];
  for (let t = 0; t < y.length; t++) {
    cross += (t - middle) * ((y[t] ?? 0) - average);
    square += (t - middle) ** 2;
  }
  return square > 0 ? cross / square : 0;
}

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000): the average of the line through the series (θ = 0) and simple
 * exponential smoothing of the series with doubled curvature (θ = 2), after removing a significant season.
 * @param alpha smoothing parameter; found by least squares when absent
 */
export function fitTheta(y: Float64Array, period: number, alpha?: number): ThetaFit {
  const seasonal = y.every((value) => value > 0) && isSeasonal(y, period);
  const indices = seasonal ? seasonalIndices(y, period, "M") : null;
  const adjusted = indices === null ? y : y.map((value, t) => value / (indices[t % period] ?? 1));
  const slope = lineSlope(adjusted);
  const chosen = alpha ?? minimiseScalar((a) => smoothSimply(adjusted, a).squares, 0.01, 0.99).x;
  const { level, squares } = smoothSimply(adjusted, chosen);
  const sigma = Math.sqrt(squares / Math.max(1, y.length - 2));
  return { alpha: chosen, level, slope, indices, sigma, n: y.length };
}

/** Points of steps 1 … horizon: SES with drift slope/2 (the equivalence of Hyndman and Billah 2003), reseasonalised. */
export function thetaPoints(fit: ThetaFit, horizon: number): Float64Array {
  const { alpha, level, slope, indices, n } = fit;
  const settled = (1 - (1 - alpha) ** n) / alpha;
  return Float64Array.from({ length: horizon }, (_, step) => {
    const point = level + (slope / 2) * (step + settled);
    return indices === null ? point : point * (indices[(n + step) % indices.length] ?? 1);
  });
}

/** Standard deviations of steps 1 … horizon. */
export function thetaSpreads(fit: ThetaFit, horizon: number): Float64Array {
  const { alpha, indices, n, sigma } = fit;
  return Float64Array.from({ length: horizon }, (_, step) => {
    const factor = indices === null ? 1 : (indices[(n + step) % indices.length] ?? 1);
    return sigma * factor * Math.sqrt(1 + step * alpha * alpha);
  });
}
