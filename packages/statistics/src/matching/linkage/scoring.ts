import { type AgreementPatterns, MISSING, type ValueTable, valueShares } from "./agreement.ts";
import type { CandidatePairs } from "./blocking.ts";
import type { FieldComparison } from "./comparison.ts";
import type { MatchModel } from "./fellegi-sunter.ts";

/** One field's part in the score of a pair. */
export interface FieldEvidence {
  readonly field: string;
  /** Level name, or `missing`. */
  readonly level: string;
  /** log₂ of the likelihood ratio: positive speaks for one person, negative against. */
  readonly bits: number;
  /** Part of `bits` that comes from the value being rarer or commoner than average. */
  readonly rarityBits: number;
}

/** Scores pairs with a fitted model; equal values of fields with `termFrequency` count by their own rarity. */
export class PairScorer<R> {
  private readonly shares: readonly (ReadonlyMap<string, number> | null)[];
  private readonly weights: readonly Float64Array[];
  readonly priorBits: number;

  constructor(
    readonly model: MatchModel,
    private readonly fields: readonly FieldComparison<R>[],
    private readonly values: ValueTable,
  ) {
    this.shares = fields.map((field, f) => (field.termFrequency === true ? valueShares(values[f] ?? []) : null));
    this.weights = model.fields.map((field) => Float64Array.from(field.m, (m, l) => Math.log2(m / (field.u[l] ?? 1))));
    this.priorBits = Math.log2(model.matchShare / (1 - model.matchShare));
  }

  /** Posterior probability that each pair is one person. */
  probabilities(pairs: CandidatePairs, patterns: AgreementPatterns): Float64Array {
    const base = new Float64Array(patterns.counts.length);
    for (let k = 0; k < base.length; k++) {
      let bits = this.priorBits;
      for (let f = 0; f < patterns.width; f++) bits += this.bits(f, patterns.grades[k * patterns.width + f] ?? MISSING);
      base[k] = bits;
    }
    return Float64Array.from(patterns.ofPair, (k, p) => {
      let bits = base[k] ?? 0;
      for (let f = 0; f < patterns.width; f++) {
        if (patterns.grades[k * patterns.width + f] === 0) bits += this.rarity(f, pairs.left[p] ?? 0);
      }
      return 1 / (1 + 2 ** -bits);
    });
  }

  /** Why two records score as they do, field by field. */
  explain(a: number, b: number): FieldEvidence[] {
    return this.fields.map((field, f) => {
      const [x, y] = [this.values[f]?.[a] ?? null, this.values[f]?.[b] ?? null];
      if (x === null || y === null) return { field: field.name, level: "missing", bits: 0, rarityBits: 0 };
      const level = field.scale.levelOf(x, y);
      const rarityBits = level === 0 ? this.rarity(f, a) : 0;
      const bits = this.bits(f, level) + rarityBits;
      return { field: field.name, level: field.scale.levels[level] ?? String(level), bits, rarityBits };
    });
  }

  private bits(field: number, level: number): number {
    return level === MISSING ? 0 : (this.weights[field]?.[level] ?? 0);
  }

  /** log₂ of the average chance of agreement over the chance for this very value. */
  private rarity(field: number, record: number): number {
    const shares = this.shares[field];
    const value = this.values[field]?.[record] ?? null;
    if (shares === null || shares === undefined || value === null) return 0;
    const share = shares.get(value) ?? 1;
    return Math.log2((this.model.fields[field]?.u[0] ?? share) / share);
  }
}
