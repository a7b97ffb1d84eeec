import { ok } from "@yutu/kernel";
import { type Estimate, type Estimated, refuse } from "../foundation/index.ts";
import type { Arm } from "./arm.ts";

/** Sums over the units of one arm: the metric y and its value x before the experiment. */
export interface CovariateSums {
  readonly n: number;
  readonly y: number;
  readonly yy: number;
  readonly x: number;
  readonly xx: number;
  readonly xy: number;
}

/** Adjusted arms and what the adjustment brought. */
export interface CupedAdjustment extends Estimate {
  readonly arms: readonly Arm[];
  /** Share of the variance removed, 0 … 1; equals the squared correlation. */
  readonly varianceReduction: number;
}

/** Sums of one arm from values per unit. */
export function covariateSums(y: ArrayLike<number>, x: ArrayLike<number>): Estimated<CovariateSums> {
  if (y.length !== x.length) return refuse("lengthMismatch", `${y.length} outcomes and ${x.length} covariates`);
  const sums = { n: y.length, y: 0, yy: 0, x: 0, xx: 0, xy: 0 };
  for (let i = 0; i < y.length; i++) {
    const a = y[i] ?? 0;
    const b = x[i] ?? 0;
    sums.y += a;
    sums.yy += a * a;
    sums.x += b;
    sums.xx += b * b;
    sums.xy += a * b;
  }
  return ok(sums);
}

/**
 * CUPED (Deng, Xu, Kohavi, Walker 2013): Y′ = Y − θ(X − X̄) with θ = cov(X, Y)/var(X) pooled within all arms and X̄ over
 * all arms. Means keep their expectation; the variance falls by the squared correlation. `estimate` is θ.
 * X must be measured before assignment, otherwise the effect itself is removed.
 */
export function cupedArms(arms: readonly CovariateSums[]): Estimated<CupedAdjustment> {
  if (arms.length === 0) return refuse("emptyInput", "there are no arms to adjust");
  let units = 0;
  let sumX = 0;
  let spreadX = 0;
  let spreadY = 0;
  let together = 0;
  for (const arm of arms) {
    if (!Object.values(arm).every(Number.isFinite))
      return refuse("notFinite", "a sum of an arm is not a finite number");
    if (!Number.isInteger(arm.n) || arm.n < 2)
      return refuse("tooFew", "each arm needs at least two units", { n: arm.n });
    units += arm.n;
    sumX += arm.x;
    spreadX += arm.xx - arm.x ** 2 / arm.n;
    spreadY += arm.yy - arm.y ** 2 / arm.n;
    together += arm.xy - (arm.x * arm.y) / arm.n;
  }
  if (!(spreadX > 1e-12 * arms.reduce((t, a) => t + a.xx, 0))) {
    return refuse("constantSeries", "the covariate is the same for all units of each arm, so it explains nothing");
  }
  const theta = together / spreadX;
  const overall = sumX / units;
  const adjusted = arms.map((arm): Arm => {
    const within = (p: number, q: number, pq: number): number => (pq - (p * q) / arm.n) / (arm.n - 1);
    const variance =
      within(arm.y, arm.y, arm.yy) +
      theta ** 2 * within(arm.x, arm.x, arm.xx) -
      2 * theta * within(arm.x, arm.y, arm.xy);
    const mean = arm.y / arm.n - theta * (arm.x / arm.n - overall);
    return { kind: "mean", n: arm.n, mean, variance: Math.max(0, variance), successes: null };
  });
  const varianceReduction = spreadY > 0 ? Math.min(1, together ** 2 / (spreadX * spreadY)) : 0;
  return ok({
    estimate: theta,
    interval: null,
    level: null,
    method: "cuped",
    n: units,
    warnings: [],
    arms: adjusted,
    varianceReduction,
  });
}
