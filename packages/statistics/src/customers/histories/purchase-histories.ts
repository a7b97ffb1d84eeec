import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../../foundation/index.ts";

/**
 * What the buying models need of each customer, in columns of equal length. Times are in one unit of choice (weeks by
 * convention) from the customer's first purchase.
 */
export interface PurchaseHistories {
  /** Repeat purchases x ≥ 0: purchase days after the first. */
  readonly repeats: Float64Array;
  /** Time t_x from the first to the last purchase; 0 when there is no repeat. */
  readonly recency: Float64Array;
  /** Time T from the first purchase to the end of observation. */
  readonly age: Float64Array;
  /** How many customers share the row; 1 each when absent. */
  readonly weights?: Float64Array;
}

/** One customer's row. */
export interface PurchaseHistory {
  readonly repeats: number;
  readonly recency: number;
  readonly age: number;
}

/** Columns from rows. */
export const historiesOf = (rows: readonly PurchaseHistory[]): PurchaseHistories => ({
  repeats: Float64Array.from(rows, (row) => row.repeats),
  recency: Float64Array.from(rows, (row) => row.recency),
  age: Float64Array.from(rows, (row) => row.age),
});

/** The row at a position. */
export const historyAt = (histories: PurchaseHistories, index: number): PurchaseHistory => ({
  repeats: histories.repeats[index] ?? 0,
  recency: histories.recency[index] ?? 0,
  age: histories.age[index] ?? 0,
});

/** Fewest customers a buying model is fitted to. */
export const MINIMUM_CUSTOMERS = 10;

/**
 * Accepts histories that a model can be fitted to: finite, whole repeats ≥ 0, 0 ≤ recency ≤ age, no repeat means recency
 * 0, at least ten customers and one repeat among them.
 */
export function checkHistories(histories: PurchaseHistories): Estimated<PurchaseHistories> {
  const { repeats, recency, age, weights } = histories;
  const n = repeats.length;
  if (n === 0) return refuse("emptyInput", "there are no customers");
  if (recency.length !== n || age.length !== n || (weights !== undefined && weights.length !== n)) {
    return refuse("lengthMismatch", "repeats, recency, age and weights differ in length");
  }
  let customers = 0;
  let buyers = 0;
  for (let i = 0; i < n; i++) {
    const weight = weights?.[i] ?? 1;
    const bad = rowProblem(repeats[i] ?? Number.NaN, recency[i] ?? Number.NaN, age[i] ?? Number.NaN, weight);
    if (bad !== null) return refuse(bad.name, `customer ${i}: ${bad.detail}`, { row: i });
    customers += weight;
    if ((repeats[i] ?? 0) > 0) buyers += weight;
  }
  if (customers < MINIMUM_CUSTOMERS) {
    const detail = `a buying model needs at least ${MINIMUM_CUSTOMERS} customers`;
    return refuse("tooFew", detail, { n: customers, minimum: MINIMUM_CUSTOMERS });
  }
  return buyers === 0
    ? refuse("allZero", "no customer bought twice, so nothing is known of repeat buying")
    : ok(histories);
}

/** Why one row is unusable, or null. */
function rowProblem(repeats: number, recency: number, age: number, weight: number) {
  if (![repeats, recency, age, weight].every(Number.isFinite)) {
    return { name: "notFinite" as const, detail: "a value is not a finite number" };
  }
  if (repeats < 0 || weight < 0) return { name: "negativeCount" as const, detail: "a count is negative" };
  if (!Number.isInteger(repeats)) return { name: "notWhole" as const, detail: "repeats are a whole number" };
  if (recency < 0 || recency > age + 1e-9 * Math.abs(age) || age < 0) {
    return { name: "outOfRange" as const, detail: `recency ${recency} and age ${age} need 0 ≤ recency ≤ age` };
  }
  if (repeats === 0 && recency > 0) {
    return { name: "outOfRange" as const, detail: "without repeat purchase the recency is 0" };
  }
  return null;
}

/** Checks one row for scoring. */
export function checkHistory(history: PurchaseHistory): Estimated<PurchaseHistory> {
  const bad = rowProblem(history.repeats, history.recency, history.age, 1);
  return bad === null ? ok(history) : refuse(bad.name, bad.detail);
}

/** Distinct rows with summed weights: data by the day repeat a lot, and likelihoods only need each row once. */
export function groupHistories(histories: PurchaseHistories): Required<PurchaseHistories> {
  const index = new Map<string, number>();
  const rows: PurchaseHistory[] = [];
  const weights: number[] = [];
  for (let i = 0; i < histories.repeats.length; i++) {
    const row = historyAt(histories, i);
    const weight = histories.weights?.[i] ?? 1;
    const key = `${row.repeats},${row.recency},${row.age}`;
    const at = index.get(key);
    if (at === undefined) {
      index.set(key, rows.length);
      rows.push(row);
      weights.push(weight);
    } else {
      weights[at] = (weights[at] ?? 0) + weight;
    }
  }
  return { ...historiesOf(rows), weights: Float64Array.from(weights) };
}
