import { ok } from "@yutu/kernel";
import { type Estimated, refuse, type Warning, warning } from "../foundation/index.ts";
import type { Arm } from "./arm.ts";

/** `absolute`: treatment − control. `relative`: (treatment − control)/|control|. */
export type EffectScale = "absolute" | "relative";

/** An observed effect with its sampling error. */
export interface ObservedEffect {
  readonly effect: number;
  readonly standardError: number;
  /** Welch-Satterthwaite degrees of freedom. */
  readonly degreesOfFreedom: number;
  readonly warnings: readonly Warning[];
}

/**
 * The effect of treatment against control. The relative effect's variance is by the delta method,
 * s²_B/(n_B m²_A) + s²_A m²_B/(n_A m⁴_A).
 * @returns `statistics/constant-series` or `statistics/all-zero` when neither arm varies
 */
export function observeEffect(control: Arm, treatment: Arm, scale: EffectScale): Estimated<ObservedEffect> {
  if (control.kind !== treatment.kind) {
    return refuse("outOfRange", `a ${control.kind} metric cannot be compared with a ${treatment.kind} metric`);
  }
  const fromControl = control.variance / control.n;
  const fromTreatment = treatment.variance / treatment.n;
  const squaredError = fromControl + fromTreatment;
  if (!(squaredError > 0)) {
    if (control.mean === 0 && treatment.mean === 0)
      return refuse("allZero", "the metric is zero for every unit of both arms");
    return refuse("constantSeries", "the metric is the same for every unit within each arm, so its error is unknown");
  }
  const degreesOfFreedom =
    squaredError ** 2 /
    (fromControl ** 2 / Math.max(1, control.n - 1) + fromTreatment ** 2 / Math.max(1, treatment.n - 1));
  const difference = treatment.mean - control.mean;
  const warnings = sizeWarnings(control, treatment);
  if (scale === "absolute") {
    return ok({ effect: difference, standardError: Math.sqrt(squaredError), degreesOfFreedom, warnings });
  }
  if (control.mean === 0) {
    return refuse(
      "outOfRange",
      "the control's mean is zero, so a relative effect does not exist; use the absolute one",
    );
  }
  const base = Math.abs(control.mean);
  if (base < 3 * Math.sqrt(fromControl)) {
    const detail = "the control's mean is within three standard errors of zero: the relative effect is unreliable";
    warnings.push(warning("experiments/control-near-zero", detail, { mean: control.mean }));
  }
  const relativeSquared = fromTreatment / base ** 2 + (fromControl * treatment.mean ** 2) / base ** 4;
  return ok({ effect: difference / base, standardError: Math.sqrt(relativeSquared), degreesOfFreedom, warnings });
}

function sizeWarnings(control: Arm, treatment: Arm): Warning[] {
  const warnings: Warning[] = [];
  for (const [name, arm] of [
    ["control", control],
    ["treatment", treatment],
  ] as const) {
    const few = arm.successes === null ? arm.n < 30 : Math.min(arm.successes, arm.n - arm.successes) < 10;
    if (!few) continue;
    const detail =
      arm.successes === null
        ? `${name} has ${arm.n} units: the normal approximation may be poor below 30`
        : `${name} has ${arm.successes} successes in ${arm.n} units: the normal approximation may be poor below 10`;
    warnings.push(warning("experiments/small-sample", detail, { arm: name, n: arm.n, successes: arm.successes }));
  }
  return warnings;
}
