import { type AgreementPatterns, MISSING } from "./agreement.ts";

/** What agreement on one field says. */
export interface FieldWeights {
  readonly name: string;
  readonly levels: readonly string[];
  /** P(level | same person), given both values are present. */
  readonly m: readonly number[];
  /** P(level | two strangers). */
  readonly u: readonly number[];
}

/** A fitted model of Fellegi and Sunter (1969), "A theory for record linkage", JASA 64, 1183–1210. */
export interface MatchModel {
  /** Share of true matches among all pairs of records. */
  readonly matchShare: number;
  readonly fields: readonly FieldWeights[];
  readonly iterations: number;
  readonly converged: boolean;
}

/** Agreement of all pairs, known before matching: by field, the share of each level among pairs with both values. */
export interface BackgroundAgreement {
  /** Number of pairs of records, compared or not. */
  readonly allPairs: number;
  readonly shares: readonly (readonly number[])[];
  /** Pairs with both values present, by field. */
  readonly presentPairs: readonly number[];
}

const FLOOR = 1e-9;
const MAX_ITERATIONS = 500;
const TOLERANCE = 1e-7;

/**
 * Estimates match share and m by expectation-maximisation without any labelled pair. The mixture is over all pairs of
 * records; pairs outside the blocks count as strangers, so the blocks do not bias the result. u starts from all pairs and
 * is corrected for the matches found among them.
 */
export function fitMatchModel(
  fields: readonly { readonly name: string; readonly levels: readonly string[] }[],
  patterns: AgreementPatterns,
  background: BackgroundAgreement,
  startShare: number,
): MatchModel {
  let m = fields.map((field) => startingLevels(field.levels.length));
  let u = background.shares.map((levels) => normalise(levels));
  let matchShare = startShare;
  let converged = false;
  let iterations = 0;
  while (iterations < MAX_ITERATIONS && !converged) {
    iterations += 1;
    const posterior = patternPosteriors(patterns, m, u, matchShare);
    const found = levelTotals(fields, patterns, posterior);
    let expected = 0;
    for (let k = 0; k < posterior.length; k++) expected += (posterior[k] ?? 0) * (patterns.counts[k] ?? 0);
    const nextShare = Math.max(FLOOR, Math.min(0.5, expected / background.allPairs));
    const nextM = found.map((levels) => normalise(levels.map((count) => count + 0.01)));
    const nextU = background.shares.map((shares, f) =>
      correctedStrangers(shares, found[f] ?? [], background.presentPairs[f] ?? 1),
    );
    converged = Math.abs(nextShare - matchShare) < TOLERANCE * matchShare && furthest(nextM, m) < 1e-5;
    [m, u, matchShare] = [nextM, nextU, nextShare];
  }
  const weights = fields.map((field, f) => ({ name: field.name, levels: field.levels, m: m[f] ?? [], u: u[f] ?? [] }));
  return { matchShare, fields: weights, iterations, converged };
}

/** Equal in nine of ten matches, the rest spread over the weaker levels. */
const startingLevels = (count: number): number[] => {
  const rest = Array.from({ length: count - 1 }, (_, i) => 0.1 / 2 ** (i + 1));
  return normalise([0.9, ...rest]);
};

function normalise(levels: readonly number[]): number[] {
  const floored = levels.map((level) => Math.max(level, FLOOR));
  const total = floored.reduce((a, b) => a + b, 0);
  return floored.map((level) => level / total);
}

const furthest = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(0, ...a.map((levels, f) => Math.max(...levels.map((level, l) => Math.abs(level - (b[f]?.[l] ?? 0))))));

/** Levels of strangers: those of all pairs less those of the expected matches. */
function correctedStrangers(shares: readonly number[], matched: readonly number[], pairs: number): number[] {
  return normalise(
    shares.map((share, l) => Math.max(share * pairs - (matched[l] ?? 0), share * pairs * 0.01, 0.01) / pairs),
  );
}

function levelTotals(
  fields: readonly { readonly levels: readonly string[] }[],
  patterns: AgreementPatterns,
  posterior: Float64Array,
): number[][] {
  return fields.map((field, f) => {
    const totals = field.levels.map(() => 0);
    for (let k = 0; k < posterior.length; k++) {
      const level = patterns.grades[k * patterns.width + f] ?? MISSING;
      if (level !== MISSING) totals[level] = (totals[level] ?? 0) + (posterior[k] ?? 0) * (patterns.counts[k] ?? 0);
    }
    return totals;
  });
}

function patternPosteriors(
  patterns: AgreementPatterns,
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  matchShare: number,
): Float64Array {
  const prior = Math.log(matchShare / (1 - matchShare));
  const posterior = new Float64Array(patterns.counts.length);
  for (let k = 0; k < posterior.length; k++) {
    let odds = prior;
    for (let f = 0; f < patterns.width; f++) {
      const level = patterns.grades[k * patterns.width + f] ?? MISSING;
      if (level !== MISSING) odds += Math.log((m[f]?.[level] ?? FLOOR) / (u[f]?.[level] ?? FLOOR));
    }
    posterior[k] = 1 / (1 + Math.exp(-odds));
  }
  return posterior;
}
