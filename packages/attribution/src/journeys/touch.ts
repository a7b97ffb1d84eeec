/** One contact of a person with a channel (ad click, post view, message open, visit …). */
export interface Touch {
  /** Known customer or anonymous visitor; resolve joined identities before or by `personOf`. */
  readonly personId: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** Name of the channel, campaign or any other level that shall receive credit. */
  readonly channel: string;
}

/** One conversion of a person (order, lead, sign-up …). */
export interface Conversion {
  readonly personId: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** Number of conversions at this moment; default 1. */
  readonly count?: number;
  /** Value in integer minor units of one currency; default 0. */
  readonly valueMinor?: number;
  /** Own look-back window, e.g. 30 days for acquisition and 90 for others. */
  readonly lookbackMs?: number;
}
