import { median } from "../foundation/descriptive.ts";
import type { DetectorSettings } from "./options.ts";
import { SeasonMemory } from "./season-memory.ts";
import { TailSample } from "./tail-sample.ts";

/** What a point is compared with. */
export interface Expectation {
  readonly expected: number;
  /** Season length in slots whose matched window gave the expectation; null when the recent level did. */
  readonly period: number | null;
  /** The season-matched past values, brought to today's level; empty for the recent level. */
  readonly matched: readonly number[];
  /** Error of this kind of expectation so far relative to the level's: lower is better, 1 for the level itself. */
  readonly relativeError: number;
  /** False while a season has not yet proved clearly better than the level. */
  readonly trusted: boolean;
}

/** Expected value of the next point by each way of expecting: the running median, and the matched window of each season. */
export class Baseline {
  #level: TailSample;
  readonly #levelMemory: number;
  readonly #seasons: readonly SeasonMemory[];

  constructor(settings: Pick<DetectorSettings, "periods" | "levelMemory" | "cycles" | "relative">) {
    this.#levelMemory = settings.levelMemory;
    this.#level = new TailSample(settings.levelMemory);
    this.#seasons = settings.periods.map((p) => new SeasonMemory(p, settings.cycles, settings.relative));
  }

  /** Running median; 0 before any value. */
  get level(): number {
    return this.#level.quantile(0.5);
  }

  /** Width of the middle 80 % of recent values: the natural unit of the series. */
  get spread(): number {
    return this.#level.quantile(0.9) - this.#level.quantile(0.1);
  }

  /** The level's expectation first (`fallback` before any value), then those of the seasons with enough history. */
  expectations(slot: number, fallback: number): Expectation[] {
    const level = this.#level.size > 0 ? this.#level.quantile(0.5) : fallback;
    const all: Expectation[] = [{ expected: level, period: null, matched: [], relativeError: 1, trusted: true }];
    for (const season of this.#seasons) {
      const matched = season.matched(slot, level);
      if (matched.length === 0) continue;
      const { period, relativeError, trusted } = season;
      all.push({ expected: median(matched), period, matched, relativeError, trusted });
    }
    return all;
  }

  learn(slot: number, value: number): void {
    const level = this.#level.size > 0 ? this.#level.quantile(0.5) : value;
    for (const season of this.#seasons) season.learn(slot, value, level);
    this.#level.add(value);
  }

  /** Starts the level anew from the latest readings, whose comparison with the old level the seasons unlearn. */
  restart(latest: readonly { readonly slot: number; readonly value: number }[]): void {
    this.#level = new TailSample(this.#levelMemory);
    for (const { slot, value } of latest) {
      this.#level.add(value);
      for (const season of this.#seasons) season.forgetLatest(slot);
    }
  }
}
