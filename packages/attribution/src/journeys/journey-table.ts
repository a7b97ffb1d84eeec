/**
 * Journeys in columns. Journey i has the touches `offsets[i]` … `offsets[i + 1] − 1`, oldest first.
 * A journey without conversion is a null path.
 */
export interface JourneyTable {
  /** Channel names in code-unit order; a touch stores the index. */
  readonly channels: readonly string[];
  readonly offsets: Uint32Array;
  readonly codes: Uint32Array;
  /** Milliseconds from the touch to the end of its journey. */
  readonly ageMs: Float64Array;
  /** Conversions at the end of each journey; 0 for a null path. */
  readonly conversions: Float64Array;
  /** Value in minor units at the end of each journey. */
  readonly valueMinor: Float64Array;
  /** What could not be placed on a path. */
  readonly leftOut: LeftOut;
}

/** Conversions and journeys that stay outside the table, so that reports reconcile with the orders. */
export interface LeftOut {
  /** Conversions without any touch inside their look-back window. */
  readonly conversions: number;
  readonly valueMinor: number;
  /** Unconverted journeys whose window is still open at the end of observation: neither won nor lost yet. */
  readonly openJourneys: number;
}

export const NOTHING_LEFT_OUT: LeftOut = { conversions: 0, valueMinor: 0, openJourneys: 0 };
