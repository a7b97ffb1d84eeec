import { ok } from "@yutu/kernel";
import { checkPositive, type Estimated, refuse, studentTQuantile, studentTUpper } from "../foundation/index.ts";
import type { Arm } from "./arm.ts";
import { observeEffect } from "./effect.ts";
import type { CompareOptions, WelchEffect } from "./welch.ts";

/** Whether a guardrail metric is shown not to be worse than the margin. */
export interface GuardrailEffect extends WelchEffect {
  /** `harmed`: worse than 0; `safe`: worse than the margin is ruled out; `unclear`: neither is shown. */
  readonly verdict: "safe" | "harmed" | "unclear";
}

/**
 * Non-inferiority test of a guardrail: rejects "worse than the margin" with a one-sided Welch test at 1 − level.
 * A guardrail that is merely not significant is not safe; that is why the verdict has three values.
 * @param margin largest acceptable loss, > 0, on the chosen scale
 * @param goal which direction of the metric is good
 */
export function checkGuardrail(
  control: Arm,
  treatment: Arm,
  margin: number,
  goal: "increase" | "decrease",
  options: CompareOptions = {},
): Estimated<GuardrailEffect> {
  const { scale = "relative", level = 0.95 } = options;
  const checked = checkPositive(margin, "margin");
  if (!checked.ok) return checked;
  if (!(level > 0.5 && level < 1)) return refuse("outOfRange", `the level is ${level}, it must lie between 0.5 and 1`);
  const observed = observeEffect(control, treatment, scale);
  if (!observed.ok) return observed;
  const { effect, standardError, degreesOfFreedom, warnings } = observed.value;
  const gain = goal === "increase" ? effect : -effect;
  const reach = studentTQuantile(level, degreesOfFreedom) * standardError;
  const statistic = (gain + margin) / standardError;
  return ok({
    estimate: effect,
    interval: [effect - reach, effect + reach],
    level: 2 * level - 1,
    method: "welch-non-inferiority",
    n: control.n + treatment.n,
    warnings,
    scale,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: studentTUpper(statistic, degreesOfFreedom),
    verdict: gain + reach < 0 ? "harmed" : gain - reach > -margin ? "safe" : "unclear",
  });
}
