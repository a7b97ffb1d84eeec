import { median } from "../foundation/descriptive.ts";
import { SeasonMemory } from "./season-memory.ts";
import { TailSample } from "./tail-sample.ts";

/** What a point was compared with. */
export interface Expectation {
  readonly expected: number;
  /** Season length in slots whose matched window gave the expectation; null when the recent level did. */
  readonly period: number | null;
  /** The season-matched past values; empty when the recent level was used. */
  readonly matched: readonly number[];
}

/**
 * Expected value of the next point: the median of the season-matched window of whichever season has predicted best,
 * or the running median when none beats it.
 */
export class Baseline {
  readonly #level: TailSample;
  readonly #seasons: readonly SeasonMemory[];

  /** @param periods candidate season lengths in slots; @param levelMemory points in the running median */
  constructor(periods: readonly number[], levelMemory: number, cycles: number) {
    this.#level = new TailSample(levelMemory);
    this.#seasons = periods.map((period) => new SeasonMemory(period, cycles));
  }

  /** Width of the middle 80 % of recent values: the natural unit of the series. */
  get spread(): number {
    return this.#level.quantile(0.9) - this.#level.quantile(0.1);
  }

  expect(slot: number, fallback: number): Expectation {
    const level = this.#level.size > 0 ? this.#level.quantile(0.5) : fallback;
    let best: SeasonMemory | null = null;
    for (const season of this.#seasons) {
      if (season.trusted && (best === null || season.relativeError < best.relativeError)) best = season;
    }
    const matched = best?.matched(slot) ?? [];
    if (best === null || matched.length === 0) return { expected: level, period: null, matched: [] };
    return { expected: median(matched), period: best.period, matched };
  }

  learn(slot: number, value: number): void {
    const level = this.#level.size > 0 ? this.#level.quantile(0.5) : value;
    for (const season of this.#seasons) season.learn(slot, value, level);
    this.#level.add(value);
  }
}
