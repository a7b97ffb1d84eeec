import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "./problems.ts";

/** Index of the first value that is NaN or infinite, or −1. */
export function firstNotFinite(values: ArrayLike<number>): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
}

/**
 * Accepts a series of at least `minimum` finite numbers.
 * @returns the series itself, or `statistics/empty-input`, `statistics/too-few`, `statistics/not-finite`
 */
export function checkSeries<T extends ArrayLike<number>>(values: T, minimum = 1, name = "series"): Estimated<T> {
  if (values.length === 0) return refuse("emptyInput", `${name} is empty`, { name });
  if (values.length < minimum) {
    const detail = `${name} has ${values.length} values, at least ${minimum} are needed`;
    return refuse("tooFew", detail, { name, n: values.length, minimum });
  }
  const bad = firstNotFinite(values);
  if (bad >= 0)
    return refuse("notFinite", `${name} is not a finite number at position ${bad}`, { name, position: bad });
  return ok(values);
}

/** As `checkSeries`, and refuses a series whose values are all equal (`statistics/constant-series`). */
export function checkVaryingSeries<T extends ArrayLike<number>>(values: T, minimum = 2, name = "series"): Estimated<T> {
  const checked = checkSeries(values, minimum, name);
  if (!checked.ok) return checked;
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return ok(values);
  return refuse("constantSeries", `all ${values.length} values of ${name} are equal`, { name });
}

/** Accepts a finite whole number ≥ 0. */
export function checkCount(value: number, name: string): Estimated<number> {
  if (!Number.isFinite(value)) return refuse("notFinite", `${name} is not a finite number`, { name });
  if (value < 0) return refuse("negativeCount", `${name} is ${value}, a count cannot be negative`, { name });
  if (!Number.isInteger(value)) return refuse("notWhole", `${name} is ${value}, a count is a whole number`, { name });
  return ok(value);
}

/** Accepts non-negative finite whole numbers, at least one of them positive. */
export function checkCounts<T extends ArrayLike<number>>(values: T, name = "counts"): Estimated<T> {
  if (values.length === 0) return refuse("emptyInput", `${name} is empty`, { name });
  let any = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const checked = checkCount(value, `${name}[${i}]`);
    if (!checked.ok) return checked;
    any ||= value > 0;
  }
  return any ? ok(values) : refuse("allZero", `${name} are all zero`, { name });
}

/** Accepts a number strictly between `low` and `high`. */
export function checkBetween(value: number, low: number, high: number, name: string): Estimated<number> {
  if (!Number.isFinite(value)) return refuse("notFinite", `${name} is not a finite number`, { name });
  if (value <= low || value >= high) {
    return refuse("outOfRange", `${name} is ${value}, it must lie between ${low} and ${high}`, { name, low, high });
  }
  return ok(value);
}

/** Accepts a finite number > 0. */
export function checkPositive(value: number, name: string): Estimated<number> {
  if (!Number.isFinite(value)) return refuse("notFinite", `${name} is not a finite number`, { name });
  return value > 0 ? ok(value) : refuse("outOfRange", `${name} is ${value}, it must be positive`, { name });
}
