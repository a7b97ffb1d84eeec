import { standardDeviation } from "../foundation/descriptive.ts";
import { etsPoints, etsSpreads, fitEts, selectEts } from "./ets-fit.ts";
import { type EtsSpec, etsName } from "./ets-model.ts";
import { fitCroston, fitTsb, type IntermittentFit } from "./intermittent.ts";
import { fitTheta, thetaPoints, thetaSpreads } from "./theta.ts";

/** What a fitted model says about the coming slots. */
export interface Projection {
  readonly points: Float64Array;
  /** Standard deviation of the error of each step by the model's own reckoning; its shape is used, its size is calibrated. */
  readonly spreads: Float64Array;
  /** The model in full, e.g. `ETS(M,N,M)`. */
  readonly detail: string;
}

/** A way of forecasting a gap-free series. */
export interface Forecaster {
  readonly name: string;
  project(y: Float64Array, period: number, horizon: number): Projection;
}

/** Each step repeats the last observation of its phase. */
export const seasonalNaive: Forecaster = {
  name: "seasonal-naive",
  project(y, period, horizon) {
    const m = y.length >= 2 * period ? Math.max(1, period) : 1;
    const changes = Float64Array.from({ length: Math.max(1, y.length - m) }, (_, t) => (y[t + m] ?? 0) - (y[t] ?? 0));
    const sigma = Math.sqrt(changes.reduce((sum, change) => sum + change * change, 0) / changes.length);
    const points = Float64Array.from({ length: horizon }, (_, step) => y[y.length - m + (step % m)] ?? 0);
    const spreads = points.map((_, step) => sigma * Math.sqrt(Math.floor(step / m) + 1));
    return { points, spreads, detail: "seasonal-naive" };
  },
};

/**
 * Exponential smoothing; the member is chosen by AICc on the first history it sees and refitted, not chosen anew, on the
 * later ones.
 */
export function etsForecaster(): Forecaster {
  let chosen: EtsSpec | null = null;
  return {
    name: "ets",
    project(y, period, horizon) {
      const usable = chosen !== null && (chosen.error === "A" || y.every((value) => value > 0));
      const fit = chosen !== null && usable ? fitEts(chosen, y, period) : selectEts(y, period);
      chosen = fit.spec;
      const points = etsPoints(fit, y.length, horizon);
      return { points, spreads: etsSpreads(fit, points), detail: etsName(fit.spec) };
    },
  };
}

/** The Theta method. */
export const theta: Forecaster = {
  name: "theta",
  project(y, period, horizon) {
    const fit = fitTheta(y, period);
    const detail = fit.indices === null ? "theta" : "theta, deseasonalised";
    return { points: thetaPoints(fit, horizon), spreads: thetaSpreads(fit, horizon), detail };
  },
};

function flat(name: string, fitRate: (y: Float64Array) => IntermittentFit): Forecaster {
  return {
    name,
    project(y, _period, horizon) {
      const { rate, sigma } = fitRate(y);
      const steps = { length: horizon };
      return {
        points: Float64Array.from(steps, () => rate),
        spreads: Float64Array.from(steps, () => sigma),
        detail: name,
      };
    },
  };
}

export const croston: Forecaster = flat("croston-sba", (y) => fitCroston(y));
export const tsb: Forecaster = flat("tsb", (y) => fitTsb(y));

/** Mean of each phase over the last few seasons: slow, but hard to mislead. */
export const seasonalMean: Forecaster = {
  name: "seasonal-mean",
  project(y, period, horizon) {
    const m = y.length >= 2 * period ? Math.max(1, period) : 1;
    const seasons = Math.max(1, Math.min(Math.floor(y.length / m), m === 1 ? 8 : 4));
    const points = Float64Array.from({ length: horizon }, (_, step) => {
      let total = 0;
      for (let back = 1; back <= seasons; back++) total += y[y.length - back * m + (step % m)] ?? 0;
      return total / seasons;
    });
    const recent = Float64Array.from({ length: seasons * m }, (_, k) => {
      const t = y.length - seasons * m + k;
      return (y[t] ?? 0) - (points[(t - y.length + seasons * m) % m] ?? points[0] ?? 0);
    });
    const sigma = recent.length > 1 ? standardDeviation(recent) : 0;
    return {
      points,
      spreads: points.map((_, step) => sigma * Math.sqrt(1 + step / (seasons * m))),
      detail: "seasonal-mean",
    };
  },
};
