/** How the effect of media spreads over the periods after it is seen. Periods are those of the data. */
export type Adstock =
  /** Share `decay` of the effect remains each period. */
  | { readonly kind: "geometric"; readonly decay: number }
  /** Weights decay^((lag − peak)²): the effect is strongest `peak` periods later (Jin and others 2017). */
  | { readonly kind: "delayed"; readonly decay: number; readonly peak: number }
  /** Weights ∏ (1 − F(lag)) with a Weibull distribution function: flexible decay from the first period. */
  | { readonly kind: "weibull-cdf"; readonly shape: number; readonly scale: number }
  /** Weights follow a Weibull density, scaled to [0, 1]: flexible decay with a delayed peak. */
  | { readonly kind: "weibull-pdf"; readonly shape: number; readonly scale: number }
  /** Weights (1 − lag/window)^(1/decay − 1): slower at first than geometric, and exactly 0 after the window. */
  | { readonly kind: "binomial"; readonly decay: number };

export type AdstockKind = Adstock["kind"];

/**
 * Weights for lags 0 … `maxLag`.
 * @param normalised weights sum to 1, so that carry-over moves the effect in time without enlarging it
 */
export function adstockWeights(adstock: Adstock, maxLag: number, normalised = true): Float64Array {
  const weights = rawWeights(adstock, maxLag + 1);
  if (!normalised) return weights;
  const total = weights.reduce((a, b) => a + b, 0);
  return total > 0 ? weights.map((w) => w / total) : Float64Array.from(weights, (_, lag) => (lag === 0 ? 1 : 0));
}

function rawWeights(adstock: Adstock, length: number): Float64Array {
  const lags = Float64Array.from({ length }, (_, lag) => lag);
  switch (adstock.kind) {
    case "geometric":
      return lags.map((lag) => adstock.decay ** lag);
    case "delayed":
      return lags.map((lag) => adstock.decay ** ((lag - adstock.peak) ** 2));
    case "binomial":
      return lags.map((lag) => (1 - lag / length) ** (1 / Math.max(adstock.decay, 1e-12) - 1));
    case "weibull-cdf": {
      let remaining = 1;
      return lags.map((lag) => {
        if (lag > 0) remaining *= Math.exp(-((lag / adstock.scale) ** adstock.shape));
        return remaining;
      });
    }
    case "weibull-pdf":
      return minMaxScaled(lags.map((lag) => weibullDensity(lag + 1, adstock.shape, adstock.scale)));
  }
}

const weibullDensity = (x: number, shape: number, scale: number): number =>
  (shape / scale) * (x / scale) ** (shape - 1) * Math.exp(-((x / scale) ** shape));

function minMaxScaled(values: Float64Array): Float64Array {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return high > low ? values.map((v) => (v - low) / (high - low)) : values.map(() => 1);
}

/** Weibull scale of Robyn's convention: the quantile `share` of 1 … `periods` (type 7), rounded to a period. */
export function weibullScaleFromShare(periods: number, share: number): number {
  return Math.round(1 + (periods - 1) * share);
}

/**
 * Media with carry-over: out[t] = Σ weights[lag]·x[t − lag].
 * @param before media of the periods just before x, oldest first; without it the past counts as empty
 */
export function applyAdstock(
  x: ArrayLike<number>,
  weights: ArrayLike<number>,
  before: ArrayLike<number> = [],
): Float64Array {
  const out = new Float64Array(x.length);
  for (let t = 0; t < out.length; t++) {
    const reach = Math.min(weights.length - 1, t + before.length);
    let sum = 0;
    for (let lag = 0; lag <= reach; lag++) {
      const at = t - lag;
      sum += (weights[lag] ?? 0) * ((at >= 0 ? x[at] : before[before.length + at]) ?? 0);
    }
    out[t] = sum;
  }
  return out;
}

/** Geometric carry-over without end: A[t] = x[t] + decay·A[t − 1]. */
export function geometricRecursion(x: ArrayLike<number>, decay: number): Float64Array {
  let stock = 0;
  return Float64Array.from({ length: x.length }, (_, t) => {
    stock = (x[t] ?? 0) + decay * stock;
    return stock;
  });
}
