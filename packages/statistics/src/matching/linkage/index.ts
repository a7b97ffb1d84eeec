export type { BlockingRule, CandidatePairs } from "./blocking.ts";
export { blockPairs, everyTwoFields } from "./blocking.ts";
export * from "./cluster-pairs.ts";
export * from "./comparison.ts";
export type { FieldWeights, MatchModel } from "./fellegi-sunter.ts";
export * from "./link-records.ts";
export * from "./pairwise-quality.ts";
export { type FieldEvidence, PairScorer } from "./scoring.ts";
export { UnionFind } from "./union-find.ts";
