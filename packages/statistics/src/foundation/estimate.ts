/** A reservation a reader must see beside a number. `code` is stable so that the interface can translate it. */
export interface Warning {
  /** `<topic>/<kebab-case>`, e.g. `experiments/small-sample`. */
  readonly code: string;
  /** One English sentence with the facts, for logs and API readers. */
  readonly detail: string;
  /** Facts for the translated text; JSON-safe. */
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Lower and upper end. */
export type Range<T = number> = readonly [low: T, high: T];

/**
 * What every estimator of this package returns.
 * @typeParam T the estimated thing: a number, or a vector or record for joint estimates
 * @typeParam I one end of the interval; the same shape as T unless stated
 */
export interface Estimate<T = number, I = T> {
  readonly estimate: T;
  /** Interval at `level`; null when the method gives none. */
  readonly interval: Range<I> | null;
  /** Coverage the interval claims, e.g. 0.95; null when there is no interval. */
  readonly level: number | null;
  /** Stable name of the method, e.g. `welch-t`; explained in docs/methods.md. */
  readonly method: string;
  /** Number of observations the estimate rests on. */
  readonly n: number;
  readonly warnings: readonly Warning[];
}

/** Builds a warning. */
export const warning = (code: string, detail: string, params?: Warning["params"]): Warning =>
  params === undefined ? { code, detail } : { code, detail, params };
