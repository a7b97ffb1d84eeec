import { ok } from "@yutu/kernel";
import type { Range } from "../foundation/estimate.ts";
import type { Estimated } from "../foundation/problems.ts";
import { AlarmGate } from "./alarm-gate.ts";
import { Baseline, type Expectation } from "./baseline.ts";
import { countSurprise } from "./count-tail.ts";
import { type AnomalyKind, type Evidence, EvidenceGatherer, joinSurprise } from "./evidence.ts";
import { type DetectorOptions, type DetectorSettings, settle } from "./options.ts";
import { absoluteScale, relativeScale } from "./residual-scale.ts";

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
  /** False while the detector is still getting to know the series and cannot alarm. */
  readonly ready: boolean;
  /** Values the judgement rests on. */
  readonly n: number;
}

/** Residuals a season needs before it may replace the level. */
const EXPERIENCE = 30;

interface Judgement {
  readonly expectation: Expectation;
  readonly interval: Range;
  /** Where the middle 80 % fell. */
  readonly typical: Range;
  readonly evidence: readonly Evidence[];
}

/** A surprise s as s/(s + alarm level): 0 for nothing, 0.5 at the alarm level, towards 1 without ever tying. */
export const scoreOf = (surprise: number): number => surprise / (surprise + ALARM_SURPRISE);

/** A detector for one series: readings go in as they come, nothing later is ever used. */
export class OnlineDetector {
  readonly #settings: DetectorSettings;
  readonly #baseline: Baseline;
  /** One memory of residuals per way of expecting, so that residuals of different baselines never mix. */
  readonly #gatherers = new Map<number | null, EvidenceGatherer>();
  readonly #gate: AlarmGate;
  #side: -1 | 0 | 1 = 0;
  #run: { slot: number; value: number }[] = [];
  #dispersion = 1;
  #seen = 0;

  private constructor(settings: DetectorSettings) {
    this.#settings = settings;
    this.#baseline = new Baseline(settings);
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
   * @param known the slot belongs to a known event (a sale, a holiday): it is neither alarmed nor learned as usual
   * @returns null for a missing value (null, NaN or infinite), which is neither judged nor learned
   */
  push(slot: number, value: number | null, known = false): AnomalyReading | null {
    if (value === null || !Number.isFinite(value)) return null;
    const { expectation, evidence, interval, typical } = this.#judge(slot, value, known);
    const n = this.#seen;
    const ready = n >= this.#settings.warmUp;
    const surprise = ready ? joinSurprise(evidence) : 0;
    const passed = this.#gate.admits(slot, surprise);
    if (!known) {
      this.#learn(slot, value, expectation.expected);
      this.#acceptNewNormal(slot, value, value < typical[0] ? -1 : value > typical[1] ? 1 : 0);
    }
    const score = passed ? scoreOf(surprise) : 0;
    return {
      slot,
      value,
      strangeness: scoreOf(surprise),
      score,
      alarm: score >= 0.5,
      kind: evidence[0]?.kind ?? "spike",
      expected: expectation.expected,
      interval,
      period: expectation.period,
      matched: expectation.matched,
      evidence,
      ready,
      n,
    };
  }

  /** Weighs the reading against every way of expecting and answers with the one that has predicted best. */
  #judge(slot: number, value: number, known: boolean): Judgement {
    const { level, spread } = this.#baseline;
    const scale = this.#settings.relative ? relativeScale(level, spread) : absoluteScale(spread, value);
    let best: Judgement | null = null;
    for (const expectation of this.#baseline.expectations(slot, value)) {
      const gatherer = this.#gathererOf(expectation.period);
      const experienced = gatherer.seen >= EXPERIENCE;
      const { expected } = expectation;
      const end = (p: number): number => scale.value(gatherer.residualQuantile(p), expected);
      const interval: Range = [end(0.025), end(0.975)];
      const typical: Range = [end(0.1), end(0.9)];
      const strands = known ? [] : gatherer.weigh(scale.residual(value, expected), scale.smallest);
      const usable = best === null || (expectation.trusted && experienced);
      if (!usable || (best !== null && best.expectation.relativeError <= expectation.relativeError)) continue;
      const evidence = strands.map((strand) => {
        const effect = scale.value(strand.effect, expected) - expected;
        return this.#floored({ ...strand, effect }, value, expected);
      });
      best = { expectation, interval, typical, evidence: evidence.sort((a, b) => b.surprise - a.surprise) };
    }
    if (best === null) throw new Error("the level always gives an expectation");
    return best;
  }

  #gathererOf(period: number | null): EvidenceGatherer {
    const known = this.#gatherers.get(period);
    if (known !== undefined) return known;
    const { windows, memory, reach } = this.#settings;
    const fresh = new EvidenceGatherer(windows, memory, reach);
    this.#gatherers.set(period, fresh);
    return fresh;
  }

  /** Evidence below the minimum effect, or explained by counting noise, is worth what is left of it. */
  #floored(evidence: Evidence, value: number, expected: number): Evidence {
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

  /** After enough readings in a row beyond the typical range on one side, takes their level as the normal one. */
  #acceptNewNormal(slot: number, value: number, side: -1 | 0 | 1): void {
    const { newNormal } = this.#settings;
    if (newNormal === null) return;
    if (side !== this.#side) this.#run = [];
    this.#side = side;
    if (side === 0) return;
    this.#run.push({ slot, value });
    if (this.#run.length < newNormal) return;
    this.#baseline.restart(this.#run);
    for (const gatherer of this.#gatherers.values()) gatherer.forgetLatest(this.#run.length);
    this.#run = [];
  }
}
