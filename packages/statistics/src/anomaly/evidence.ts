import { RollingMean } from "./rolling-mean.ts";
import { TailSample } from "./tail-sample.ts";

/** In which way a point is strange: one value, a stretch of values, or how restlessly they move. */
export type AnomalyKind = "spike" | "dip" | "level-rise" | "level-drop" | "restless";

/** One strand of evidence about a point. */
export interface Evidence {
  readonly kind: AnomalyKind;
  /** −log₁₀ of the chance of seeing this in the series' own history. */
  readonly surprise: number;
  /** Departure from the expectation in the metric's unit (mean over the window for levels and restlessness). */
  readonly effect: number;
  /** Slots the evidence covers. */
  readonly window: number;
}

/** Watches one residual series: the value itself, its mean over short windows, and its movement over them. */
export class EvidenceGatherer {
  readonly #points: TailSample;
  readonly #levels: { readonly mean: RollingMean; readonly past: TailSample }[];
  readonly #moves: { readonly mean: RollingMean; readonly past: TailSample }[];
  #previous: number | null = null;

  constructor(windows: readonly number[], memory: number) {
    this.#points = new TailSample(memory);
    const watch = (length: number) => ({ mean: new RollingMean(length), past: new TailSample(memory) });
    this.#levels = windows.map(watch);
    this.#moves = windows.map(watch);
  }

  /** Share `p` quantile of past residuals, for prediction intervals. */
  residualQuantile(p: number): number {
    return this.#points.quantile(p);
  }

  get seen(): number {
    return this.#points.size;
  }

  /**
   * Weighs a point against history, then adds it to history.
   * @returns the strongest strand of each family, strongest family first
   */
  weigh(residual: number, value: number, smallestScale: number): Evidence[] {
    const families = [
      this.#weighPoint(residual, smallestScale),
      this.#weighLevels(residual, smallestScale),
      this.#weighMoves(value, smallestScale),
    ];
    return families.sort((a, b) => b.surprise - a.surprise);
  }

  #weighPoint(residual: number, scale: number): Evidence {
    const above = this.#points.surpriseAbove(residual, scale);
    const below = this.#points.surpriseBelow(residual, scale);
    this.#points.add(residual);
    return { kind: above >= below ? "spike" : "dip", surprise: Math.max(above, below), effect: residual, window: 1 };
  }

  #weighLevels(residual: number, scale: number): Evidence {
    let best: Evidence = { kind: "level-rise", surprise: 0, effect: 0, window: 1 };
    for (const { mean, past } of this.#levels) {
      const effect = mean.push(residual);
      if (!mean.full) continue;
      const above = past.surpriseAbove(effect, scale);
      const below = past.surpriseBelow(effect, scale);
      past.add(effect);
      const surprise = Math.max(above, below);
      const kind = above >= below ? "level-rise" : "level-drop";
      if (surprise > best.surprise) best = { kind, surprise, effect, window: mean.length };
    }
    return best;
  }

  #weighMoves(value: number, scale: number): Evidence {
    let best: Evidence = { kind: "restless", surprise: 0, effect: 0, window: 1 };
    const move = this.#previous === null ? 0 : Math.abs(value - this.#previous);
    this.#previous = value;
    for (const { mean, past } of this.#moves) {
      const movement = mean.push(move);
      if (!mean.full) continue;
      const surprise = past.surpriseAbove(movement, scale);
      const effect = movement - past.quantile(0.5);
      past.add(movement);
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
