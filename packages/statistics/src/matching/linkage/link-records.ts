import { ok } from "@yutu/kernel";
import { type Estimate, type Random, type Warning, warning } from "../../foundation/index.ts";
import { type Matched, refuseMatch } from "../problems.ts";
import { collectPatterns, gradePairs, MISSING, readValues, samplePairs, type ValueTable } from "./agreement.ts";
import { type BlockingRule, blockPairs, type CandidatePairs } from "./blocking.ts";
import { type ClusterLimit, clusterPairs, type RefusedJoin } from "./cluster-pairs.ts";
import type { FieldComparison } from "./comparison.ts";
import { type BackgroundAgreement, fitMatchModel, type MatchModel } from "./fellegi-sunter.ts";
import { PairScorer } from "./scoring.ts";

export interface LinkageOptions<R> {
  readonly fields: readonly FieldComparison<R>[];
  readonly blocking: readonly BlockingRule<R>[];
  /** Draws the pairs of strangers. */
  readonly random: Random;
  /** Pairs at least this likely are joined; 0.5 minimises expected errors, merges without review want 0.99. */
  readonly threshold?: number;
  /** At most so many different values of a field in one cluster. */
  readonly limits?: readonly { readonly field: string; readonly maximum: number }[];
  readonly maxBlockSize?: number;
  /** Random pairs compared to learn how often strangers agree. */
  readonly strangerPairs?: number;
}

export interface Linkage<R> {
  /** Expected number of matching pairs among the candidates, with its interval under the model. */
  readonly matches: Estimate;
  readonly model: MatchModel;
  readonly pairs: CandidatePairs & { readonly probability: Float64Array };
  /** Record positions joined to one person, two or more each. */
  readonly clusters: readonly (readonly number[])[];
  readonly refused: readonly RefusedJoin[];
  /** Expected precision and recall of the pairs at the threshold, by the model's own probabilities. */
  readonly expectedPrecision: number;
  readonly expectedRecall: number;
  readonly scorer: PairScorer<R>;
}

/**
 * Finds records of the same person: block, compare, fit the Fellegi-Sunter model by EM without labels, score with term
 * frequencies, cluster best first under limits. Assumes that fields err independently; a group of fields that move
 * together (suburb, postcode) should be one comparison.
 */
export function linkRecords<R>(records: readonly R[], options: LinkageOptions<R>): Matched<Linkage<R>> {
  const { fields, threshold = 0.5 } = options;
  if (records.length < 2) return refuseMatch("noRecords", "linking needs at least two records", { n: records.length });
  if (fields.length === 0 || options.blocking.length === 0)
    return refuseMatch("noFields", "declare fields and blocking");
  if (!(threshold > 0 && threshold <= 1))
    return refuseMatch("notANumber", "the threshold lies in (0, 1]", { threshold });
  const values = readValues(records, fields);
  const candidates = blockPairs(records, options.blocking, options.maxBlockSize);
  if (candidates.left.length === 0) return refuseMatch("noCandidates", "no two records share a blocking key");
  const patterns = collectPatterns(gradePairs(values, fields, candidates), fields.length);
  const background = measureBackground(values, fields, options.random, options.strangerPairs ?? 60_000);
  const names = fields.map((field) => ({ name: field.name, levels: field.scale.levels }));
  const model = fitMatchModel(names, patterns, background, 1 / records.length);
  const scorer = new PairScorer(model, fields, values);
  const probability = scorer.probabilities(candidates, patterns);
  const pairs = { ...candidates, probability };
  const { clusters, refused } = clusterPairs(records.length, pairs, threshold, limitsOf(options, values));
  const quality = expectedQuality(probability, threshold);
  const matches = matchCount(probability, [...candidates.warnings, ...modelWarnings(model)]);
  return ok({ matches, model, pairs, clusters, refused, scorer, ...quality });
}

const limitsOf = <R>(options: LinkageOptions<R>, values: ValueTable): ClusterLimit[] =>
  (options.limits ?? []).map((limit) => {
    const at = options.fields.findIndex((field) => field.name === limit.field);
    return { field: limit.field, maximum: limit.maximum, values: values[at] ?? [] };
  });

/** Agreement of all pairs: equality exactly from value counts, the weaker levels from random pairs. */
function measureBackground<R>(
  values: ValueTable,
  fields: readonly FieldComparison<R>[],
  random: Random,
  size: number,
): BackgroundAgreement {
  const n = values[0]?.length ?? 0;
  const sample = samplePairs(random, n, size);
  const grades = gradePairs(values, fields, sample);
  const measured = fields.map((field, f) => {
    const column = values[f] ?? [];
    const present = column.filter((value) => value !== null).length;
    const presentPairs = Math.max(1, (present * (present - 1)) / 2);
    const equal = equalPairs(column) / presentPairs;
    const counts = field.scale.levels.map(() => 0.5);
    for (let p = 0; p < sample.left.length; p++) {
      const level = grades[p * fields.length + f] ?? MISSING;
      if (level !== MISSING && level !== 0) counts[level] = (counts[level] ?? 0) + 1;
    }
    const unequal = counts.slice(1).reduce((a, b) => a + b, 0);
    const shares = counts.map((count, l) => (l === 0 ? equal : ((1 - equal) * count) / unequal));
    return { shares, presentPairs };
  });
  return {
    allPairs: (n * (n - 1)) / 2,
    shares: measured.map((field) => field.shares),
    presentPairs: measured.map((field) => field.presentPairs),
  };
}

function equalPairs(column: readonly (string | null)[]): number {
  const counts = new Map<string, number>();
  for (const value of column) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let pairs = 0;
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
  return pairs;
}

function matchCount(probability: Float64Array, warnings: readonly Warning[]): Estimate {
  let expected = 0;
  let variance = 0;
  for (const p of probability) {
    expected += p;
    variance += p * (1 - p);
  }
  const half = 1.959963984540054 * Math.sqrt(variance);
  const interval = [Math.max(0, expected - half), Math.min(probability.length, expected + half)] as const;
  return { estimate: expected, interval, level: 0.95, method: "fellegi-sunter-em", n: probability.length, warnings };
}

function expectedQuality(probability: Float64Array, threshold: number) {
  let [taken, right, total] = [0, 0, 0];
  for (const p of probability) {
    total += p;
    if (p < threshold) continue;
    taken += 1;
    right += p;
  }
  return { expectedPrecision: taken === 0 ? 1 : right / taken, expectedRecall: total === 0 ? 1 : right / total };
}

function modelWarnings(model: MatchModel): Warning[] {
  const warnings: Warning[] = [];
  if (!model.converged) {
    warnings.push(warning("matching/em-not-settled", `EM stopped after ${model.iterations} rounds`));
  }
  for (const field of model.fields) {
    if ((field.m[0] ?? 0) > (field.u[0] ?? 0)) continue;
    const detail = `equal values of ${field.name} speak against a match: check its normalisation`;
    warnings.push(warning("matching/field-without-signal", detail, { field: field.name }));
  }
  return warnings;
}
