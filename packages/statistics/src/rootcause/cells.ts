import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../foundation/problems.ts";

/** The metric of one combination of dimension values, in the period before and the period after. */
export interface AdditiveCell {
  readonly dimensions: Readonly<Record<string, string>>;
  readonly before: number;
  readonly after: number;
}

/** As `AdditiveCell`, for a ratio: numerator and denominator apart, because ratios cannot be added. */
export interface RatioCell {
  readonly dimensions: Readonly<Record<string, string>>;
  readonly before: Fraction;
  readonly after: Fraction;
}

export interface Fraction {
  readonly numerator: number;
  /** ≥ 0. */
  readonly denominator: number;
}

/** Names of the dimensions, sorted; every cell must have the same ones. */
export function dimensionNames(
  cells: readonly { readonly dimensions: Readonly<Record<string, string>> }[],
): Estimated<string[]> {
  const first = cells[0];
  if (first === undefined) return refuse("emptyInput", "there are no cells to compare");
  const names = Object.keys(first.dimensions).sort();
  if (names.length === 0) return refuse("oneGroup", "cells need at least one dimension");
  for (const [i, cell] of cells.entries()) {
    const own = Object.keys(cell.dimensions);
    if (own.length !== names.length || names.some((name) => cell.dimensions[name] === undefined)) {
      return refuse("lengthMismatch", `cell ${i} does not have the dimensions ${names.join(", ")}`, { cell: i });
    }
  }
  return ok(names);
}

/** Accepts finite values. */
export function checkAdditive(cells: readonly AdditiveCell[]): Estimated<readonly AdditiveCell[]> {
  const bad = cells.findIndex((cell) => !Number.isFinite(cell.before) || !Number.isFinite(cell.after));
  return bad < 0 ? ok(cells) : refuse("notFinite", `cell ${bad} is not a finite number`, { cell: bad });
}

/** Accepts finite fractions with non-negative denominators of positive total in both periods. */
export function checkRatio(cells: readonly RatioCell[]): Estimated<readonly RatioCell[]> {
  let [before, after] = [0, 0];
  for (const [i, cell] of cells.entries()) {
    for (const { numerator, denominator } of [cell.before, cell.after]) {
      if (!Number.isFinite(numerator) || !Number.isFinite(denominator)) {
        return refuse("notFinite", `cell ${i} is not a finite number`, { cell: i });
      }
      if (denominator < 0) return refuse("negativeCount", `the denominator of cell ${i} is negative`, { cell: i });
      if (denominator === 0 && numerator !== 0) {
        return refuse("outOfRange", `cell ${i} has a numerator without a denominator`, { cell: i });
      }
    }
    before += cell.before.denominator;
    after += cell.after.denominator;
  }
  if (before > 0 && after > 0) return ok(cells);
  return refuse("allZero", "the denominator is zero in one of the periods, so there is no ratio to explain");
}
