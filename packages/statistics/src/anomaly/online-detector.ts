import { ok } from "@yutu/kernel";
import type { Range } from "../foundation/estimate.ts";
import type { Estimated } from "../foundation/problems.ts";
import { AlarmGate } from "./alarm-gate.ts";
import { Baseline, type Expectation } from "./baseline.ts";
import { countSurprise } from "./count-tail.ts";
import { type AnomalyKind, type Evidence, EvidenceGatherer, joinSurprise } from "./evidence.ts";
import { type DetectorOptions, type DetectorSettings, settle } from "./options.ts";

/** Joined surprise at which a point is an alarm; its score is 0.5. */
export const ALARM_SURPRISE = 4.8;

/** What the detector says about one reading. */
export interface AnomalyReading {
  readonly slot: number;
  readonly value: number;
  /** How strange the point is by itself, in [0, 1); 0.5 is the alarm level. */
  readonly strangeness: number;
  /** As `strangeness`, but 0 when the point only repeats the incident already reported. Alarm at ≥ 0.5. */
  readonly score: number;
  readonly alarm: boolean;
  readonly kind: AnomalyKind;
  readonly expected: number;
  /** Where 95 % of values fell around their expectation so far. */
  readonly interval: Range;
  /** Season length whose matched window gave the expectation, and that window's values; null and empty for the level. */
  readonly period: number | null;
  readonly matched: readonly number[];
  /** Strands of evidence, strongest first. */
  readonly evidence: readonly Evidence[];
  /** Values the judgement rests on. */
  readonly n: number;
}

/** A surprise s as s/(s + alarm level): 0 for nothing, 0.5 at the alarm level, towards 1 without ever tying. */
export const scoreOf = (surprise: number): number => surprise / (surprise + ALARM_SURPRISE);

/** A detector for one series: readings go in as they come, nothing later is ever used. */
export class OnlineDetector {
  readonly #settings: DetectorSettings;
  readonly #baseline: Baseline;
  readonly #gatherer: EvidenceGatherer;
  readonly #gate: AlarmGate;
  #dispersion = 1;
  #seen = 0;

  private constructor(settings: DetectorSettings) {
    this.#settings = settings;
    this.#baseline = new Baseline(settings.periods, settings.levelMemory, settings.cycles);
    this.#gatherer = new EvidenceGatherer(settings.windows, settings.memory);
    this.#gate = new AlarmGate(settings.cooldownSlots);
  }

  /** A detector, or `statistics/out-of-range` for options that make no sense. */
  static create(options: DetectorOptions = {}): Estimated<OnlineDetector> {
    const settings = settle(options);
    return settings.ok ? ok(new OnlineDetector(settings.value)) : settings;
  }

  /**
   * Judges a reading, then learns from it.
   * @param slot whole steps since any fixed origin; gaps are allowed
   * @returns null for a missing value (null, NaN or infinite), which is neither judged nor learned
   */
  push(slot: number, value: number | null): AnomalyReading | null {
    if (value === null || !Number.isFinite(value)) return null;
    const expectation = this.#baseline.expect(slot, value);
    const residual = value - expectation.expected;
    const smallestScale = 0.03 * this.#baseline.spread + 1e-9 * Math.max(1, Math.abs(value));
    const interval: Range = [
      expectation.expected + this.#gatherer.residualQuantile(0.025),
      expectation.expected + this.#gatherer.residualQuantile(0.975),
    ];
    const evidence = this.#gatherer.weigh(residual, value, smallestScale).map((e) => this.#floored(e, value, expectation));
    evidence.sort((a, b) => b.surprise - a.surprise);
    const surprise = this.#seen < this.#settings.warmUp ? 0 : joinSurprise(evidence);
    const passed = this.#gate.admits(slot, surprise);
    this.#learn(slot, value, expectation.expected);
    const score = passed ? scoreOf(surprise) : 0;
    return {
      slot,
      value,
      strangeness: scoreOf(surprise),
      score,
      alarm: score >= 0.5,
      kind: evidence[0]?.kind ?? "spike",
      ...expectation,
      interval,
      evidence,
      n: this.#seen - 1,
    };
  }

  /** Evidence below the minimum effect, or explained by counting noise, is worth what is left of it. */
  #floored(evidence: Evidence, value: number, { expected }: Expectation): Evidence {
    const size = Math.abs(evidence.effect);
    const relativeFloor = this.#settings.minimumRelativeChange * Math.abs(expected);
    if (size < relativeFloor || size < this.#settings.minimumAbsoluteChange) return { ...evidence, surprise: 0 };
    if (!this.#settings.counts) return evidence;
    const total = evidence.window * (expected + (evidence.kind === "restless" ? 0 : evidence.effect));
    const observed = evidence.window === 1 ? value : Math.max(0, Math.round(total));
    const limit = countSurprise(observed, evidence.window * Math.max(expected, 0), this.#dispersion);
    return limit < evidence.surprise ? { ...evidence, surprise: limit } : evidence;
  }

  #learn(slot: number, value: number, expected: number): void {
    this.#seen++;
    if (this.#settings.counts && this.#seen > 7) {
      const ratio = Math.min((value - expected) ** 2 / Math.max(expected, 0.5), 25);
      this.#dispersion += (ratio - this.#dispersion) / Math.min(this.#seen, 200);
    }
    this.#baseline.learn(slot, value);
  }
}
