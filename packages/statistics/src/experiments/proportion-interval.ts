import { ok } from "@yutu/kernel";
import { checkBetween, type Estimate, type Estimated, normalQuantile, type Range } from "../foundation/index.ts";
import { type Arm, proportionArm } from "./arm.ts";

/** Limits of Wilson's score interval. */
function wilsonLimits(rate: number, n: number, z: number): Range {
  const square = (z * z) / n;
  const centre = (rate + square / 2) / (1 + square);
  const reach = (z / (1 + square)) * Math.sqrt((rate * (1 - rate)) / n + square / (4 * n));
  return [rate === 0 ? 0 : Math.max(0, centre - reach), rate === 1 ? 1 : Math.min(1, centre + reach)];
}

/** A proportion with Wilson's score interval (1927): sound for small counts and for 0 or all successes. */
export function estimateProportion(
  counts: { readonly n: number; readonly successes: number },
  level = 0.95,
): Estimated<Estimate> {
  const checked = checkBetween(level, 0, 1, "level");
  if (!checked.ok) return checked;
  const arm = proportionArm(counts);
  if (!arm.ok) return arm;
  const interval = wilsonLimits(arm.value.mean, arm.value.n, normalQuantile(0.5 + level / 2));
  return ok({ estimate: arm.value.mean, interval, level, method: "wilson-score", n: arm.value.n, warnings: [] });
}

/** Difference of two proportions with Newcombe's hybrid score interval (1998, method 10): sound for small counts. */
export function compareProportions(control: Arm, treatment: Arm, level = 0.95): Estimated<Estimate> {
  const checked = checkBetween(level, 0, 1, "level");
  if (!checked.ok) return checked;
  const z = normalQuantile(0.5 + level / 2);
  const [lowA, highA] = wilsonLimits(control.mean, control.n, z);
  const [lowB, highB] = wilsonLimits(treatment.mean, treatment.n, z);
  const difference = treatment.mean - control.mean;
  const below = Math.hypot(treatment.mean - lowB, highA - control.mean);
  const above = Math.hypot(highB - treatment.mean, control.mean - lowA);
  return ok({
    estimate: difference,
    interval: [difference - below, difference + above],
    level,
    method: "newcombe-score",
    n: control.n + treatment.n,
    warnings: [],
  });
}
