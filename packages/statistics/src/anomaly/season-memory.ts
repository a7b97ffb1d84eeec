import { median } from "../foundation/descriptive.ts";

/**
 * The last few values at each phase of one season (e.g. the last seven Mondays), and how well their median has
 * predicted so far. Neighbouring phases are matched too when the season is long, because one day's 09:00 is another's 09:05.
 */
export class SeasonMemory {
  readonly period: number;
  readonly #cycles: number;
  readonly #reach: number;
  readonly #relative: boolean;
  readonly #values = new Map<number, number[]>();
  #error = 0;
  #baseError = 0;
  #judged = 0;

  /**
   * @param period slots per season, ≥ 2; @param cycles seasons remembered
   * @param relative remember value/level, so that growth and level shifts carry over (only while the level is positive)
   */
  constructor(period: number, cycles = 7, relative = false) {
    this.#relative = relative;
    this.period = period;
    this.#cycles = cycles;
    this.#reach = period >= 24 ? 1 : 0;
  }

  /** Season-matched past values for a slot, brought to today's level when relative; empty when the phase is new. */
  matched(slot: number, level: number): number[] {
    const found: number[] = [];
    for (let shift = -this.#reach; shift <= this.#reach; shift++) {
      const kept = this.#values.get(this.#phase(slot + shift));
      if (kept !== undefined) for (const value of kept) found.push(this.#relative ? value * Math.max(level, 0) : value);
    }
    return found.length >= 3 ? found : [];
  }

  /** True once the season has predicted clearly (20 %) better than the level alone over a full period. */
  get trusted(): boolean {
    return this.#judged > this.period && this.#error < 0.8 * this.#baseError;
  }

  /** Mean absolute error relative to the level's, over about two periods; 1 until judged. */
  get relativeError(): number {
    return this.#baseError > 0 ? this.#error / this.#baseError : 1;
  }

  /** Compares the season's and the level's predictions with what came, then remembers the value. */
  learn(slot: number, value: number, level: number): void {
    const matched = this.matched(slot, level);
    if (matched.length > 0) {
      this.#judged++;
      const pace = 1 / Math.min(this.#judged, 2 * this.period);
      this.#error += pace * (Math.abs(value - median(matched)) - this.#error);
      this.#baseError += pace * (Math.abs(value - level) - this.#baseError);
    }
    const phase = this.#phase(slot);
    const kept = this.#values.get(phase) ?? [];
    kept.push(this.#relative ? (level > 0 ? value / level : 1) : value);
    if (kept.length > this.#cycles) kept.shift();
    this.#values.set(phase, kept);
  }

  /** Takes back the latest value at a slot's phase. */
  forgetLatest(slot: number): void {
    this.#values.get(this.#phase(slot))?.pop();
  }

  #phase(slot: number): number {
    return ((slot % this.period) + this.period) % this.period;
  }
}
