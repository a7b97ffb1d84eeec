/** Forecast of a demand with many zeros: one rate per slot, the same for every step. */
export interface IntermittentFit {
  readonly rate: number;
  /** Standard deviation of one slot's demand around the rate. */
  readonly sigma: number;
}

function spreadAround(y: ArrayLike<number>, rate: number): number {
  let squares = 0;
  for (let t = 0; t < y.length; t++) squares += ((y[t] ?? 0) - rate) ** 2;
  return Math.sqrt(squares / Math.max(1, y.length - 1));
}

/**
 * Croston's method (1972) with the bias correction of Syntetos and Boylan (2005): sizes and intervals of non-zero
 * demands are smoothed apart, rate = (1 − α/2)·size/interval.
 */
export function fitCroston(y: ArrayLike<number>, alpha = 0.1): IntermittentFit {
  let [size, interval, waited, begun] = [0, 1, 1, false];
  for (let t = 0; t < y.length; t++) {
    const value = y[t] ?? 0;
    if (value === 0) {
      waited++;
      continue;
    }
    size = begun ? size + alpha * (value - size) : value;
    interval = begun ? interval + alpha * (waited - interval) : waited;
    begun = true;
    waited = 1;
  }
  const rate = begun ? ((1 - alpha / 2) * size) / interval : 0;
  return { rate, sigma: spreadAround(y, rate) };
}

/**
 * The method of Teunter, Syntetos and Babai (2011): the chance of a demand is smoothed at every slot, so the rate falls
 * while nothing sells (Croston's does not); rate = chance·size.
 */
export function fitTsb(y: ArrayLike<number>, alpha = 0.1, beta = 0.1): IntermittentFit {
  const first = Array.from(y).findIndex((value) => value !== 0);
  if (first < 0) return { rate: 0, sigma: 0 };
  let size = y[first] ?? 0;
  let chance = 1 / (first + 1);
  for (let t = first + 1; t < y.length; t++) {
    const value = y[t] ?? 0;
    chance += beta * ((value === 0 ? 0 : 1) - chance);
    if (value !== 0) size += alpha * (value - size);
  }
  const rate = chance * size;
  return { rate, sigma: spreadAround(y, rate) };
}

/** Mean distance between non-zero values above 1.32 slots marks a demand as intermittent (Syntetos, Boylan, Croston 2005). */
export function isIntermittent(y: ArrayLike<number>): boolean {
  let busy = 0;
  for (let t = 0; t < y.length; t++) if (y[t] !== 0) busy++;
  return busy > 0 && y.length / busy > 1.32;
}
