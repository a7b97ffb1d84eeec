export type { AdditiveCell, Fraction, RatioCell } from "./cells.ts";
export type { Contribution } from "./contributions.ts";
export * from "./explain-change.ts";
