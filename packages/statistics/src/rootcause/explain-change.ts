import { ok } from "@yutu/kernel";
import { sum } from "../foundation/descriptive.ts";
import { type Estimate, type Warning, warning } from "../foundation/estimate.ts";
import type { Estimated } from "../foundation/problems.ts";
import { type AdditiveCell, checkAdditive, checkRatio, dimensionNames, type RatioCell } from "./cells.ts";
import {
  additiveContributions,
  type Contribution,
  ratioContributions,
  ratioParts,
  ratioTotals,
  splitRatio,
} from "./contributions.ts";
import { type SearchCell, searchSlices } from "./slice-search.ts";

/** A slice singled out as a cause, with the evidence. */
export interface CauseSlice {
  /** What the slice is, e.g. { channel: "抖音", region: "华南" }. */
  readonly conditions: Readonly<Record<string, string>>;
  /** Metric of the slice in each period (for a ratio: its rate part at mean weights). */
  readonly before: number;
  readonly after: number;
  /** What it would have become had it changed as the rest did. */
  readonly expected: number;
  /** after − expected: the change this slice alone is responsible for. Causes + background = change (rate change for a ratio). */
  readonly excess: number;
  /** Share of the unevenness of the change that singling this slice out removes, in [0, 1]. */
  readonly evenness: number;
  /** Cells of the cube inside. */
  readonly cells: number;
}

export interface ChangeExplanation {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** Change because slices' own values changed, and because weights moved between finest cells; rate + mix = change. */
  readonly rate: number;
  readonly mix: number;
  /** Few slices that explain why the change is uneven; empty when it is even: then the cause lies outside these dimensions. */
  readonly causes: readonly CauseSlice[];
  /** Rate change left to everything: rate − Σ excess. */
  readonly background: number;
  /** For each dimension its values' contributions, largest first; each list adds up to the change. */
  readonly contributions: Readonly<Record<string, readonly Contribution[]>>;
}

export interface ExplainOptions {
  /** Most slices named; default 3. */
  readonly mostSlices?: number;
  /** Most conditions per slice; default 3. */
  readonly mostConditions?: number;
  /** A further slice must remove this share of the unevenness; default 0.1. */
  readonly leastGain?: number;
  /** A slice must end this share away from where the rest's growth would have taken it; default 0.05. */
  readonly leastDifference?: number;
}

/** Which slices explain the change of a sum (orders, revenue, clicks). n is the number of cells. */
export function explainAdditiveChange(
  cells: readonly AdditiveCell[],
  options: ExplainOptions = {},
): Estimated<Estimate<ChangeExplanation>> {
  const names = dimensionNames(cells);
  if (!names.ok) return names;
  const checked = checkAdditive(cells);
  if (!checked.ok) return checked;
  const before = sum(cells.map((cell) => cell.before));
  const after = sum(cells.map((cell) => cell.after));
  const rate = after - before;
  const search = cells.map((cell) => ({ values: valuesOf(cell, names.value), before: cell.before, after: cell.after }));
  const { causes, background } = findCauses(search, names.value, rate, options);
  const contributions = Object.fromEntries(names.value.map((name) => [name, additiveContributions(cells, name)]));
  const explanation = { before, after, change: rate, rate, mix: 0, causes, background, contributions };
  return ok(asEstimate(explanation, "additive-slices", cells.length));
}

/** Which slices explain the change of a ratio (conversion rate, ROAS): rate and mix effects apart. */
export function explainRatioChange(
  cells: readonly RatioCell[],
  options: ExplainOptions = {},
): Estimated<Estimate<ChangeExplanation>> {
  const names = dimensionNames(cells);
  if (!names.ok) return names;
  const checked = checkRatio(cells);
  if (!checked.ok) return checked;
  const merged = mergeDuplicates(cells, names.value);
  const [n0, d0, n1, d1] = ratioTotals(merged);
  const [before, after] = [n0 / d0, n1 / d1];
  const parts = merged.map((cell) => ratioParts([cell], d0, d1));
  const effects = parts.map((part) => splitRatio(part, (before + after) / 2));
  const rate = sum(effects.map((effect) => effect.rate));
  const mix = sum(effects.map((effect) => effect.mix));
  const search = merged.map((cell, i) => {
    const part = parts[i];
    const weight = part === undefined ? 0 : (part.weightBefore + part.weightAfter) / 2;
    const [was, became] = [weight * (part?.rateBefore ?? 0), weight * (part?.rateAfter ?? 0)];
    return { values: valuesOf(cell, names.value), before: was, after: became };
  });
  const { causes, background } = findCauses(search, names.value, rate, options);
  const contributions = Object.fromEntries(names.value.map((name) => [name, ratioContributions(merged, name)]));
  const explanation = { before, after, change: after - before, rate, mix, causes, background, contributions };
  return ok(asEstimate(explanation, "ratio-slices-midpoint", cells.length));
}

const valuesOf = (cell: AdditiveCell | RatioCell, names: readonly string[]): string[] =>
  names.map((name) => cell.dimensions[name] ?? "");

/** One cell per combination of dimension values: a rate belongs to the combination, not to a row of the input. */
function mergeDuplicates(cells: readonly RatioCell[], names: readonly string[]): RatioCell[] {
  const groups = new Map<string, RatioCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify(valuesOf(cell, names));
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  const merged: RatioCell[] = [];
  for (const group of groups.values()) {
    const first = group[0];
    if (first === undefined) continue;
    const [n0, d0, n1, d1] = ratioTotals(group);
    const { dimensions } = first;
    merged.push({ dimensions, before: { numerator: n0, denominator: d0 }, after: { numerator: n1, denominator: d1 } });
  }
  return merged;
}

function findCauses(
  cells: readonly SearchCell[],
  names: readonly string[],
  total: number,
  options: ExplainOptions,
): { causes: CauseSlice[]; background: number } {
  const { mostSlices = 3, mostConditions = 3, leastGain = 0.1, leastDifference = 0.05 } = options;
  const found = searchSlices(cells, { mostSlices, mostConditions, leastGain, leastDifference });
  const taken = new Set(found.flatMap((slice) => [...slice.cells]));
  const rest = cells.filter((_, i) => !taken.has(i));
  const restBefore = sum(rest.map((cell) => cell.before));
  const growth = restBefore === 0 ? 1 : sum(rest.map((cell) => cell.after)) / restBefore;
  const causes = found.map((slice) => {
    const own = slice.cells.flatMap((i) => cells[i] ?? []);
    const before = sum(own.map((cell) => cell.before));
    const after = sum(own.map((cell) => cell.after));
    const conditions = Object.fromEntries(slice.conditions.map(([d, value]) => [names[d] ?? "", value]));
    const expected = before * growth;
    return {
      conditions,
      before,
      after,
      expected,
      excess: after - expected,
      evenness: slice.evenness,
      cells: own.length,
    };
  });
  return { causes, background: total - sum(causes.map((cause) => cause.excess)) };
}

function asEstimate(explanation: ChangeExplanation, method: string, n: number): Estimate<ChangeExplanation> {
  const warnings: Warning[] = [];
  if (explanation.change === 0) warnings.push(warning("rootcause/no-change", "the metric did not change"));
  else if (explanation.causes.length === 0) {
    warnings.push(
      warning("rootcause/even-change", "the change is even over these dimensions, its cause lies elsewhere"),
    );
  }
  if (Math.abs(explanation.mix) > Math.abs(explanation.rate)) {
    warnings.push(
      warning("rootcause/mostly-mix", "weights moved between slices more than the slices themselves changed"),
    );
  }
  return { estimate: explanation, interval: null, level: null, method, n, warnings };
}
