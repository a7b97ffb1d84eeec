export * from "./identity/index.ts";
export * from "./linkage/index.ts";
export * from "./normalise/index.ts";
export { MATCHING_PROBLEMS, type Matched, type MatchingProblemCode, type MatchingRefusal } from "./problems.ts";
export * from "./similarity/index.ts";
