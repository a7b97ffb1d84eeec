import { mean, standardDeviation } from "../foundation/descriptive.ts";
import { nelderMead } from "../foundation/optimise/nelder-mead.ts";
import { type EtsParameters, type EtsRun, type EtsSpec, type EtsStart, etsFamily, runEts } from "./ets-model.ts";
import { seasonalIndices } from "./seasonal-indices.ts";

/** A fitted member of the family. */
export interface EtsFit {
  readonly spec: EtsSpec;
  readonly parameters: EtsParameters;
  readonly start: EtsStart;
  readonly run: EtsRun;
  /** Innovation standard deviation (relative for multiplicative errors). */
  readonly sigma: number;
  /** Corrected Akaike criterion; +∞ when the series is too short for the number of parameters. */
  readonly aicc: number;
}

export interface EtsFitOptions {
  /** Also optimise the seasonal start states; slower, for short series and comparison with published fits. */
  readonly optimiseSeason?: boolean;
  readonly maxIterations?: number;
}

const squash = (x: number, low: number, high: number): number => low + (high - low) / (1 + Math.exp(-x));
const stretch = (p: number, low: number, high: number): number => Math.log((p - low) / (high - p));

/** Start states by classical decomposition of the first seasons and a straight line through the first observations. */
function firstStart(spec: EtsSpec, y: Float64Array, period: number): EtsStart {
  const m = spec.season === "N" ? 0 : period;
  const season =
    spec.season === "N" ? new Float64Array(0) : seasonalIndices(y.subarray(0, 5 * period), period, spec.season);
  const length = Math.min(y.length, Math.max(10, 2 * m));
  const freed = Float64Array.from({ length }, (_, t) => {
    const index = m > 0 ? (season[t % m] ?? 0) : 0;
    return spec.season === "N" ? (y[t] ?? 0) : spec.season === "A" ? (y[t] ?? 0) - index : (y[t] ?? 0) / index;
  });
  if (spec.trend === "N") return { level: mean(freed), trend: 0, season };
  const middle = (length + 1) / 2;
  let [cross, square] = [0, 0];
  for (let t = 0; t < length; t++) {
    cross += (t + 1 - middle) * (freed[t] ?? 0);
    square += (t + 1 - middle) ** 2;
  }
  const slope = cross / square;
  const level = mean(freed) - slope * middle;
  return spec.error === "M" && level + slope <= 0
    ? { level: mean(freed), trend: 0, season }
    : { level, trend: slope, season };
}

/** Number of free quantities: smoothing parameters, start states, variance. */
function countParameters(spec: EtsSpec, period: number): number {
  const trend = spec.trend === "N" ? 0 : spec.trend === "A" ? 2 : 3;
  return 1 + 1 + trend + (spec.season === "N" ? 0 : period) + 1;
}

interface Coding {
  readonly start: Float64Array;
  readonly step: Float64Array;
  decode(x: Float64Array): { parameters: EtsParameters; start: EtsStart };
}

/** Free coordinates ↔ parameters inside the usual region 0 < α < 1, 0 < β < α, 0 < γ < 1 − α, 0.8 < φ < 0.98. */
function codingOf(spec: EtsSpec, first: EtsStart, scale: number, optimiseSeason: boolean): Coding {
  const [hasTrend, hasSeason, damped] = [spec.trend !== "N", spec.season !== "N", spec.trend === "Ad"];
  const free: number[] = [stretch(0.3, 1e-4, 0.9999)];
  if (hasTrend) free.push(stretch(0.1, 1e-4, 0.9999));
  if (hasSeason) free.push(stretch(0.1, 1e-4, 0.9999));
  if (damped) free.push(stretch(0.95, 0.8, 0.98));
  const smoothing = free.length;
  free.push(0);
  if (hasTrend) free.push(0);
  const seasonsFrom = free.length;
  if (hasSeason && optimiseSeason) for (let j = 1; j < first.season.length; j++) free.push(0);
  const seasonScale = spec.season === "M" ? 0.1 : scale;
  const decode = (x: Float64Array): { parameters: EtsParameters; start: EtsStart } => {
    let at = 0;
    const next = (): number => x[at++] ?? 0;
    const alpha = squash(next(), 1e-4, 0.9999);
    const beta = hasTrend ? alpha * squash(next(), 1e-4, 0.9999) : 0;
    const gamma = hasSeason ? (1 - alpha) * squash(next(), 1e-4, 0.9999) : 0;
    const phi = damped ? squash(next(), 0.8, 0.98) : hasTrend ? 1 : 0;
    const level = first.level + scale * next();
    const trend = hasTrend ? first.trend + 0.1 * scale * next() : 0;
    let season = first.season;
    if (x.length > seasonsFrom) {
      season = first.season.slice();
      for (let j = 1; j < season.length; j++) {
        const change = seasonScale * (x[seasonsFrom + j - 1] ?? 0);
        season[j] = (season[j] ?? 0) + change;
        season[0] = (season[0] ?? 0) - change;
      }
    }
    return { parameters: { alpha, beta, gamma, phi }, start: { level, trend, season } };
  };
  const step = Float64Array.from(free, (_, j) => (j < smoothing ? 1 : 0.3));
  return { start: Float64Array.from(free), step, decode };
}

/** Maximum likelihood fit of one member. */
export function fitEts(spec: EtsSpec, y: Float64Array, period: number, options: EtsFitOptions = {}): EtsFit {
  const first = firstStart(spec, y, period);
  const scale = Math.max(standardDeviation(y), 1e-9 * Math.max(1, Math.abs(mean(y))));
  const coding = codingOf(spec, first, scale, options.optimiseSeason ?? false);
  const objective = (x: Float64Array): number => {
    const { parameters, start } = coding.decode(x);
    return runEts(spec, parameters, start, y).criterion;
  };
  const found = nelderMead(objective, coding.start, {
    step: coding.step,
    maxIterations: options.maxIterations ?? 60 * coding.start.length,
    valueTolerance: 1e-7,
    pointTolerance: 1e-4,
  });
  const { parameters, start } = coding.decode(found.x);
  const run = runEts(spec, parameters, start, y);
  const k = countParameters(spec, period);
  const n = y.length;
  const aicc = n - k - 1 > 0 ? run.criterion + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : Number.POSITIVE_INFINITY;
  const sigma = Math.sqrt(run.squares / Math.max(1, n - (k - 1)));
  return { spec, parameters, start, run, sigma, aicc };
}

/**
 * The member with the least AICc.
 * @param period season length; seasonal members are tried when it is ≥ 2 and the series has two seasons
 */
export function selectEts(y: Float64Array, period: number, options: EtsFitOptions = {}): EtsFit {
  const seasonal = period >= 2 && y.length >= 2 * period + 5;
  const positive = y.every((value) => value > 0);
  let best: EtsFit | null = null;
  for (const spec of etsFamily(seasonal, positive)) {
    const fit = fitEts(spec, y, period, options);
    if (best === null || fit.aicc < best.aicc) best = fit;
  }
  if (best === null) throw new Error("the family is never empty");
  return best;
}

/** Point forecasts of steps 1 … horizon. */
export function etsPoints({ spec, parameters, run }: EtsFit, n: number, horizon: number): Float64Array {
  const m = run.season.length;
  let damping = 0;
  return Float64Array.from({ length: horizon }, (_, step) => {
    damping += parameters.phi ** (step + 1);
    const base = run.level + (spec.trend === "N" ? 0 : damping * run.trend);
    if (spec.season === "N") return base;
    const index = run.season[(n + step) % m] ?? 0;
    return spec.season === "A" ? base + index : base * index;
  });
}

/**
 * Standard deviations of the forecast errors of steps 1 … horizon: exact for additive errors (2008, table 6.1); for
 * multiplicative errors the same sum in relative terms, which neglects products of small relative errors.
 */
export function etsSpreads(fit: EtsFit, points: Float64Array): Float64Array {
  const { alpha, beta, gamma, phi } = fit.parameters;
  const m = fit.run.season.length;
  let [sum, damping] = [1, 0];
  return points.map((point, step) => {
    if (step > 0) {
      damping += phi ** step;
      const weight = alpha + (fit.spec.trend === "N" ? 0 : beta * damping) + (m > 0 && step % m === 0 ? gamma : 0);
      sum += weight * weight;
    }
    return fit.sigma * Math.sqrt(sum) * (fit.spec.error === "M" ? Math.abs(point) : 1);
  });
}
