import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "@yutu/statistics";
import { ChannelIndex } from "./channel-index.ts";
import type { JourneyTable } from "./journey-table.ts";
import { PathTable } from "./path-table.ts";

/** Distinct paths with their totals: all that path-based models need. */
export interface PathCounts {
  /** Channel names in code-unit order. */
  readonly channels: readonly string[];
  /** Path i has the codes `offsets[i]` … `offsets[i + 1] − 1`. */
  readonly offsets: Uint32Array;
  readonly codes: Uint32Array;
  /** Conversions at the end of each path. */
  readonly conversions: Float64Array;
  /** Value of these conversions in minor units. */
  readonly valueMinor: Float64Array;
  /** Journeys that took the path without converting. */
  readonly nulls: Float64Array;
  /** Journeys in total, converted or not. */
  readonly journeys: number;
  readonly totalConversions: number;
  readonly totalValueMinor: number;
  readonly totalNulls: number;
}

/** One path, or many equal ones already counted together. */
export interface PathRow {
  readonly channels: readonly string[];
  readonly conversions?: number;
  readonly valueMinor?: number;
  readonly nulls?: number;
}

/** Adds up equal paths. */
class PathAccumulator {
  readonly #paths = new PathTable();
  #conversions = new Float64Array(1024);
  #value = new Float64Array(1024);
  #nulls = new Float64Array(1024);
  #journeys = 0;

  add(
    codes: Uint32Array,
    from: number,
    to: number,
    conversions: number,
    valueMinor: number,
    nulls: number,
    journeys: number,
  ): void {
    if (conversions + nulls <= 0) return;
    const id = this.#paths.idOf(codes, from, to);
    if (id >= this.#conversions.length) this.#grow();
    this.#conversions[id] = (this.#conversions[id] ?? 0) + conversions;
    this.#value[id] = (this.#value[id] ?? 0) + valueMinor;
    this.#nulls[id] = (this.#nulls[id] ?? 0) + nulls;
    this.#journeys += journeys;
  }

  #grow(): void {
    const longer = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(old.length * 2);
      next.set(old);
      return next;
    };
    this.#conversions = longer(this.#conversions);
    this.#value = longer(this.#value);
    this.#nulls = longer(this.#nulls);
  }

  finish(channels: ChannelIndex): Estimated<PathCounts> {
    const count = this.#paths.size;
    if (count === 0) return refuse("allZero", "no path has a conversion or a lost journey");
    const { names, recode } = channels.sorted();
    const codes = this.#paths.codes();
    for (let i = 0; i < codes.length; i++) codes[i] = recode[codes[i] ?? 0] ?? 0;
    const conversions = this.#conversions.slice(0, count);
    const valueMinor = this.#value.slice(0, count);
    const nulls = this.#nulls.slice(0, count);
    const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
    return ok({
      channels: names,
      offsets: this.#paths.offsets(),
      codes,
      conversions,
      valueMinor,
      nulls,
      journeys: this.#journeys,
      totalConversions: total(conversions),
      totalValueMinor: total(valueMinor),
      totalNulls: total(nulls),
    });
  }
}

/**
 * Counts paths given as lists of channel names, one journey or many equal ones per row.
 * A row that says nothing of its outcome is one conversion.
 * @returns the distinct paths, or `statistics/empty-input`, `negative-count`, `not-finite`, `not-whole`, `all-zero`
 */
export function countPaths(rows: Iterable<PathRow>): Estimated<PathCounts> {
  const paths = new PathAccumulator();
  const channels = new ChannelIndex();
  let codes = new Uint32Array(64);
  let position = 0;
  for (const row of rows) {
    const { valueMinor = 0, nulls = 0 } = row;
    const conversions = row.conversions ?? (row.nulls === undefined ? 1 : 0);
    const refused = checkRow(row.channels.length, conversions, valueMinor, nulls, position);
    if (refused) return refused;
    const length = row.channels.length;
    if (length > codes.length) codes = new Uint32Array(length * 2);
    for (let j = 0; j < length; j++) codes[j] = channels.codeOf(row.channels[j] ?? "");
    paths.add(codes, 0, length, conversions, valueMinor, nulls, conversions + nulls);
    position += 1;
  }
  if (position === 0) return refuse("emptyInput", "there are no paths");
  return paths.finish(channels);
}

function checkRow(
  length: number,
  conversions: number,
  valueMinor: number,
  nulls: number,
  position: number,
): ReturnType<typeof refuse> | null {
  if (!Number.isFinite(conversions) || !Number.isFinite(nulls)) {
    return refuse("notFinite", `path ${position} has a count that is not a finite number`, { position });
  }
  if (conversions < 0 || nulls < 0 || valueMinor < 0) {
    return refuse("negativeCount", `path ${position} has a negative count or value`, { position });
  }
  if (!Number.isSafeInteger(valueMinor)) {
    return refuse("notWhole", `the value of path ${position} is not a whole number of minor units`, { position });
  }
  if (valueMinor > 0 && conversions === 0) {
    return refuse("outOfRange", `path ${position} has a value but no conversion`, { position });
  }
  return length === 0 ? refuse("emptyInput", `path ${position} has no touches`, { position }) : null;
}

/** Counts the distinct paths of a journey table. */
export function countJourneyPaths(table: JourneyTable): Estimated<PathCounts> {
  const paths = new PathAccumulator();
  const channels = new ChannelIndex();
  for (const name of table.channels) channels.codeOf(name);
  const { offsets, codes, conversions, valueMinor } = table;
  if (conversions.length === 0) return refuse("emptyInput", "there are no journeys");
  for (let i = 0; i < conversions.length; i++) {
    const won = conversions[i] ?? 0;
    paths.add(codes, offsets[i] ?? 0, offsets[i + 1] ?? 0, won, valueMinor[i] ?? 0, won > 0 ? 0 : 1, 1);
  }
  return paths.finish(channels);
}
