import { mean } from "../foundation/descriptive.ts";

/**
 * Symmetric mean absolute percentage error in percent, mean of 200·|y − f|/(|y| + |f|) (M4 competition); a step where
 * both are 0 counts 0.
 */
export function smape(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let total = 0;
  for (let t = 0; t < actual.length; t++) {
    const [y, f] = [actual[t] ?? 0, forecast[t] ?? 0];
    const size = Math.abs(y) + Math.abs(f);
    if (size > 0) total += (200 * Math.abs(y - f)) / size;
  }
  return total / actual.length;
}

/** Mean absolute error. */
export function meanAbsoluteError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  let total = 0;
  for (let t = 0; t < actual.length; t++) total += Math.abs((actual[t] ?? 0) - (forecast[t] ?? 0));
  return total / actual.length;
}

/** Mean absolute change against one season before: the scale of MASE (Hyndman and Koehler 2006). 0 for a perfect cycle. */
export function naiveScale(history: ArrayLike<number>, period: number): number {
  const lag = history.length > period ? Math.max(1, period) : 1;
  let total = 0;
  for (let t = lag; t < history.length; t++) total += Math.abs((history[t] ?? 0) - (history[t - lag] ?? 0));
  return history.length > lag ? total / (history.length - lag) : 0;
}

/** Mean absolute scaled error; null when the history never changes from season to season. */
export function mase(
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  history: ArrayLike<number>,
  period: number,
): number | null {
  const scale = naiveScale(history, period);
  return scale > 0 ? meanAbsoluteError(actual, forecast) / scale : null;
}

/** Share of actual values inside their interval. */
export function intervalCoverage(actual: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>): number {
  return mean(Array.from(actual, (y, t) => (y >= (low[t] ?? 0) && y <= (high[t] ?? 0) ? 1 : 0)));
}
