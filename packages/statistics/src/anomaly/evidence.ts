import { RollingMean } from "./rolling-mean.ts";
import { TailSample } from "./tail-sample.ts";

/** In which way a point is strange: one value, a stretch of values, or how restlessly they move. */
export type AnomalyKind = "spike" | "dip" | "level-rise" | "level-drop" | "restless";

/** One strand of evidence about a point. */
export interface Evidence {
  readonly kind: AnomalyKind;
  /** −log₁₀ of the chance of seeing this in the series' own history. */
  readonly surprise: number;
  /** Departure from the expectation (mean over the window for levels and restlessness); in the metric's unit in readings. */
  readonly effect: number;
  /** Slots the evidence covers. */
  readonly window: number;
}

/** The mean of the last few values, and the past means it is compared with. */
interface WatchedWindow {
  readonly mean: RollingMean;
  readonly past: TailSample;
}

/** Watches one residual series: the value itself, its mean over short windows, and its movement over them. */
export class EvidenceGatherer {
  readonly #points: TailSample;
  readonly #levels: readonly WatchedWindow[];
  readonly #moves: readonly WatchedWindow[];
  readonly #reach: number;
  #previous: number | null = null;

  /** @param reach tail scales beyond the known range that one value may teach; see `TailSample.addBounded` */
  constructor(windows: readonly number[], memory: number, reach: number) {
    this.#reach = reach;
    this.#points = new TailSample(memory);
    const watch = (length: number): WatchedWindow => ({ mean: new RollingMean(length), past: new TailSample(memory) });
    this.#levels = windows.map(watch);
    this.#moves = windows.map(watch);
  }

  /** Share `p` quantile of past residuals, for prediction intervals. */
  residualQuantile(p: number): number {
    return this.#points.quantile(p);
  }

  /** Takes back the latest `count` residuals: they belong to a level that has since become the normal one. */
  forgetLatest(count: number): void {
    this.#points.forgetLatest(count);
    for (const { past } of [...this.#levels, ...this.#moves]) past.forgetLatest(count);
  }

  get seen(): number {
    return this.#points.size;
  }

  /**
   * Weighs a point against history, then adds it to history.
   * @returns the strongest strand of each family, strongest family first
   */
  weigh(residual: number, smallestScale: number): Evidence[] {
    const families = [
      this.#weighPoint(residual, smallestScale),
      this.#weighLevels(residual, smallestScale),
      this.#weighMoves(residual, smallestScale),
    ];
    return families.sort((a, b) => b.surprise - a.surprise);
  }

  #weighPoint(residual: number, scale: number): Evidence {
    const above = this.#points.surpriseAbove(residual, scale);
    const below = this.#points.surpriseBelow(residual, scale);
    this.#points.addBounded(residual, scale, this.#reach);
    return { kind: above >= below ? "spike" : "dip", surprise: Math.max(above, below), effect: residual, window: 1 };
  }

  #weighLevels(residual: number, scale: number): Evidence {
    let best: Evidence = { kind: "level-rise", surprise: 0, effect: 0, window: 1 };
    for (const { mean, past } of this.#levels) {
      const effect = mean.push(residual);
      if (!mean.full) continue;
      const above = past.surpriseAbove(effect, scale);
      const below = past.surpriseBelow(effect, scale);
      const surprise = Math.max(above, below);
      const kind = above >= below ? "level-rise" : "level-drop";
      past.addBounded(effect, scale, this.#reach);
      if (surprise > best.surprise) best = { kind, surprise, effect, window: mean.length };
    }
    return best;
  }

  #weighMoves(residual: number, scale: number): Evidence {
    let best: Evidence = { kind: "restless", surprise: 0, effect: 0, window: 1 };
    const move = this.#previous === null ? 0 : Math.abs(residual - this.#previous);
    this.#previous = residual;
    for (const { mean, past } of this.#moves) {
      const movement = mean.push(move);
      if (!mean.full) continue;
      const surprise = past.surpriseAbove(movement, scale);
      const effect = movement - past.quantile(0.5);
      past.addBounded(movement, scale, this.#reach);
      if (surprise > best.surprise) best = { kind: "restless", surprise, effect, window: mean.length };
    }
    return best;
  }
}

/**
 * Joins families of evidence into one surprise: the strongest in full, each further one at half the weight of the one
 * before. Less than independence would allow, because the families look at the same points.
 */
export const joinSurprise = (strongestFirst: readonly Evidence[]): number =>
  strongestFirst.reduce((total, evidence, rank) => total + evidence.surprise / 2 ** rank, 0);
