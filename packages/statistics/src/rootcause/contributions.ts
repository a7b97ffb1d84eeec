import { sum } from "../foundation/descriptive.ts";
import type { AdditiveCell, RatioCell } from "./cells.ts";

/** What one value of one dimension adds to the change of the whole. */
export interface Contribution {
  readonly dimension: string;
  readonly value: string;
  /** Metric of this slice by itself; for a ratio null when its denominator is zero. */
  readonly before: number | null;
  readonly after: number | null;
  /** Part of the total change, in the metric's unit. Over the values of one dimension these add up to the change. */
  readonly contribution: number;
  /** Part because the slice's own metric changed. Additive metrics have nothing else. */
  readonly rate: number;
  /** Part because the slice's weight in the whole changed; 0 for additive metrics. */
  readonly mix: number;
  /** Share of the whole in each period: of the metric itself, or of the denominator for a ratio; null when the whole is 0. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function groupBy<T extends AdditiveCell | RatioCell>(cells: readonly T[], dimension: string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const cell of cells) {
    const value = cell.dimensions[dimension] ?? "";
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [cell]);
    else group.push(cell);
  }
  return groups;
}

const bySize = (a: Contribution, b: Contribution): number =>
  Math.abs(b.contribution) - Math.abs(a.contribution) || (a.value < b.value ? -1 : 1);

/** Contributions of the values of one dimension to the change of a sum, largest first. */
export function additiveContributions(cells: readonly AdditiveCell[], dimension: string): Contribution[] {
  const wholeBefore = sum(cells.map((cell) => cell.before));
  const wholeAfter = sum(cells.map((cell) => cell.after));
  const contributions = [...groupBy(cells, dimension)].map(([value, group]) => {
    const before = sum(group.map((cell) => cell.before));
    const after = sum(group.map((cell) => cell.after));
    const change = after - before;
    return {
      dimension,
      value,
      before,
      after,
      contribution: change,
      rate: change,
      mix: 0,
      shareBefore: share(before, wholeBefore),
      shareAfter: share(after, wholeAfter),
    };
  });
  return contributions.sort(bySize);
}

/** Weights and rates of one slice of a ratio in both periods. */
export interface RatioParts {
  readonly weightBefore: number;
  readonly weightAfter: number;
  /** The slice's own ratio; a slice without denominator in one period takes the other period's, so it is all mix. */
  readonly rateBefore: number;
  readonly rateAfter: number;
}

/** Totals of a ratio over cells: numerator and denominator before, then after. */
export function ratioTotals(cells: readonly RatioCell[]): readonly [n0: number, d0: number, n1: number, d1: number] {
  return [
    sum(cells.map((cell) => cell.before.numerator)),
    sum(cells.map((cell) => cell.before.denominator)),
    sum(cells.map((cell) => cell.after.numerator)),
    sum(cells.map((cell) => cell.after.denominator)),
  ];
}

export function ratioParts(cells: readonly RatioCell[], wholeBefore: number, wholeAfter: number): RatioParts {
  const [n0, d0, n1, d1] = ratioTotals(cells);
  const rateBefore = d0 > 0 ? n0 / d0 : d1 > 0 ? n1 / d1 : 0;
  const rateAfter = d1 > 0 ? n1 / d1 : rateBefore;
  return { weightBefore: d0 / wholeBefore, weightAfter: d1 / wholeAfter, rateBefore, rateAfter };
}

/**
 * Splits a slice's contribution to the change of R = Σ w·r at the midpoint of both periods, so that neither period is
 * preferred: rate = w̄·Δr, mix = Δw·(r̄ − R̄). Over all slices of a dimension rate + mix = ΔR exactly, because ΣΔw = 0.
 */
export function splitRatio(parts: RatioParts, meanRatio: number): { rate: number; mix: number } {
  const { weightBefore, weightAfter, rateBefore, rateAfter } = parts;
  return {
    rate: ((weightBefore + weightAfter) / 2) * (rateAfter - rateBefore),
    mix: (weightAfter - weightBefore) * ((rateBefore + rateAfter) / 2 - meanRatio),
  };
}

/** Contributions of the values of one dimension to the change of a ratio, largest first. */
export function ratioContributions(cells: readonly RatioCell[], dimension: string): Contribution[] {
  const [n0, d0, n1, d1] = ratioTotals(cells);
  const meanRatio = (n0 / d0 + n1 / d1) / 2;
  const contributions = [...groupBy(cells, dimension)].map(([value, group]) => {
    const parts = ratioParts(group, d0, d1);
    const { rate, mix } = splitRatio(parts, meanRatio);
    return {
      dimension,
      value,
      before: parts.weightBefore > 0 ? parts.rateBefore : null,
      after: parts.weightAfter > 0 ? parts.rateAfter : null,
      contribution: rate + mix,
      rate,
      mix,
      shareBefore: parts.weightBefore,
      shareAfter: parts.weightAfter,
    };
  });
  return contributions.sort(bySize);
}
