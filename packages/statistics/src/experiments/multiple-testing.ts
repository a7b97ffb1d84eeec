import { ok } from "@yutu/kernel";
import { checkSeries, type Estimated, refuse } from "../foundation/index.ts";

function checkPValues(pValues: readonly number[]): Estimated<readonly number[]> {
  const checked = checkSeries(pValues, 1, "p-values");
  if (!checked.ok) return checked;
  return pValues.some((p) => p < 0 || p > 1) ? refuse("outOfRange", "a p-value lies outside 0 … 1") : ok(pValues);
}

const ascending = (pValues: readonly number[]): number[] =>
  pValues.map((_, i) => i).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));

/**
 * Holm's step-down adjustment (1979): p₍ᵢ₎(m − i + 1), running maximum. Controls the chance of any false finding.
 * @returns adjusted p-values in the given order
 */
export function holm(pValues: readonly number[]): Estimated<number[]> {
  const checked = checkPValues(pValues);
  if (!checked.ok) return checked;
  const adjusted = [...pValues];
  let highest = 0;
  ascending(pValues).forEach((index, rank) => {
    highest = Math.max(highest, (pValues[index] ?? 0) * (pValues.length - rank));
    adjusted[index] = Math.min(1, highest);
  });
  return ok(adjusted);
}

/**
 * Benjamini and Hochberg's step-up adjustment (1995): p₍ᵢ₎·m/i, running minimum from the top. Controls the expected
 * share of false findings among the findings.
 * @returns adjusted p-values in the given order
 */
export function benjaminiHochberg(pValues: readonly number[]): Estimated<number[]> {
  const checked = checkPValues(pValues);
  if (!checked.ok) return checked;
  const adjusted = [...pValues];
  let lowest = 1;
  const order = ascending(pValues);
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1] ?? 0;
    lowest = Math.min(lowest, ((pValues[index] ?? 0) * pValues.length) / rank);
    adjusted[index] = lowest;
  }
  return ok(adjusted);
}
