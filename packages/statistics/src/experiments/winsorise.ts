import { ok } from "@yutu/kernel";
import { checkBetween, checkSeries, type Estimated, quantile } from "../foundation/index.ts";

/**
 * Caps revenue-like values at a common quantile of all arms' positive values, so that a few very large orders do not
 * decide the test. Winsorising biases the mean a little and reduces its variance a lot; report the cap with the result.
 * @param arms one value per unit, zeros for units without revenue
 * @param atQuantile e.g. 0.99
 */
export function winsorise(
  arms: readonly ArrayLike<number>[],
  atQuantile = 0.99,
): Estimated<{ readonly arms: readonly Float64Array[]; readonly cap: number; readonly capped: number }> {
  const checkedQuantile = checkBetween(atQuantile, 0, 1, "quantile");
  if (!checkedQuantile.ok) return checkedQuantile;
  for (const arm of arms) {
    const checked = checkSeries(arm, 1, "arm");
    if (!checked.ok) return checked;
  }
  const positive = arms.flatMap((arm) => Array.from(arm).filter((v) => v > 0));
  const cap = positive.length > 0 ? quantile(positive, atQuantile) : Number.POSITIVE_INFINITY;
  const capped = positive.reduce((count, v) => count + (v > cap ? 1 : 0), 0);
  return ok({ arms: arms.map((arm) => Float64Array.from(arm, (v) => Math.min(v, cap))), cap, capped });
}
