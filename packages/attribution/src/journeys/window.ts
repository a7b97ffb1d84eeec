export const DAY_MS = 86_400_000;

/** How touches become journeys. */
export interface JourneyOptions {
  /** Touches older than this before the end of their journey are dropped (an age equal to it stays). Default 30 days. */
  readonly lookbackMs?: number;
  /** Shorter or longer windows for single channels, e.g. 1 day for ad views. */
  readonly channelLookbackMs?: Readonly<Record<string, number>>;
  /**
   * `at-conversion` (default): a conversion ends the journey, later touches start a new one.
   * `overlapping`: each conversion looks back over its whole window, also across earlier conversions.
   */
  readonly restart?: "at-conversion" | "overlapping";
  /**
   * A conversion with no touch since the one before, e.g. two orders in a row: credit the touches of the journey
   * before that are still in the window (`previous-journey`, default), or leave it out (`left-out`).
   */
  readonly withoutTouches?: "previous-journey" | "left-out";
  /** An unconverted journey also ends when the next touch comes later than this; default: never. */
  readonly inactivityMs?: number;
  /** End of observation: unconverted journeys that could still convert are left out as open, not counted as lost. */
  readonly observedUntilMs?: number;
  /** Maps an anonymous id to the person it belongs to. */
  readonly personOf?: (personId: string) => string;
}
