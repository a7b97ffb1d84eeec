/** A function to minimise; may return +∞ (or NaN, read as +∞) outside its domain. */
export type Objective = (x: Float64Array) => number;

/** What a minimiser found. */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly evaluations: number;
  /** False when the iteration limit ended the search. */
  readonly converged: boolean;
}
