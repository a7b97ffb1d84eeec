import { ok } from "@yutu/kernel";
import {
  checkBetween,
  type Estimate,
  type Estimated,
  findRoot,
  normalQuantile,
  normalUpper,
  refuse,
  studentTQuantile,
} from "../foundation/index.ts";
import { noncentralTUpper } from "./noncentral-t.ts";
import { absoluteEffect, type CheckedDesign, checkDesign, type Design, type TargetEffect } from "./power-design.ts";
import { sequentialCriticalValue } from "./sequential.ts";

/** Power at `n` control units (n may be fractional while searching). */
function powerAt(design: CheckedDesign, effect: number, n: number): number {
  const { baseline, tail, ratio, varianceFactor, sequentialTuning } = design;
  const treated = n * ratio;
  if (baseline.kind === "proportion") {
    const p1 = baseline.rate;
    const p2 = p1 + effect;
    const pooled = (p1 + ratio * p2) / (1 + ratio);
    const underNull = Math.sqrt(varianceFactor * pooled * (1 - pooled) * (1 / n + 1 / treated));
    const underEffect = Math.sqrt(varianceFactor * ((p1 * (1 - p1)) / n + (p2 * (1 - p2)) / treated));
    const critical = sequentialTuning === null ? -normalQuantile(tail) : peekingCritical(design, n, sequentialTuning);
    return normalUpper((critical * underNull - Math.abs(effect)) / underEffect);
  }
  const error = baseline.sd * Math.sqrt(varianceFactor * (1 / n + 1 / treated));
  const shift = Math.abs(effect) / error;
  if (sequentialTuning !== null) return normalUpper(peekingCritical(design, n, sequentialTuning) - shift);
  const df = Math.max(1, n + treated - 2);
  return noncentralTUpper(-studentTQuantile(tail, df), df, shift);
}

const peekingCritical = (design: CheckedDesign, n: number, tuning: number): number =>
  sequentialCriticalValue(n * (1 + design.ratio), tuning, design.alpha);

/**
 * Chance to find an effect of the given size with `n` control units. Means: exact noncentral t; proportions: normal
 * approximation with pooled variance under the null (as in Fleiss); in both, only the tail on the effect's side counts.
 */
export function power(design: Design, target: TargetEffect, n: number): Estimated<Estimate> {
  const checked = checkDesign(design);
  if (!checked.ok) return checked;
  const effect = absoluteEffect(design.baseline, target);
  if (!effect.ok) return effect;
  if (!Number.isFinite(n)) return refuse("notFinite", "n is not a finite number");
  if (n < 2) return refuse("tooFew", "power needs at least two units per arm", { n, minimum: 2 });
  const value = powerAt(checked.value, effect.value, n);
  return ok({ estimate: value, interval: null, level: null, method: methodOf(checked.value), n, warnings: [] });
}

const methodOf = ({ baseline, sequentialTuning }: CheckedDesign): string =>
  sequentialTuning !== null ? "power-msprt" : baseline.kind === "mean" ? "power-noncentral-t" : "power-proportions";

/** Units needed; `estimate` is the number of control units. */
export interface SampleSize extends Estimate {
  /** Units of each treatment arm. */
  readonly perTreatment: number;
  /** All arms together. */
  readonly total: number;
}

const LARGEST = 1e12;

/** Smallest number of control units that reaches the wanted power. */
export function sampleSize(design: Design, target: TargetEffect, wantedPower = 0.8): Estimated<SampleSize> {
  const checked = checkDesign(design);
  if (!checked.ok) return checked;
  const effect = absoluteEffect(design.baseline, target);
  if (!effect.ok) return effect;
  const wanted = checkBetween(wantedPower, checked.value.tail, 1, "power");
  if (!wanted.ok) return wanted;
  const short = (logN: number): number => powerAt(checked.value, effect.value, Math.exp(logN)) - wantedPower;
  let n = 2;
  if (short(Math.log(2)) < 0) {
    let high = 4;
    while (short(Math.log(high)) < 0 && high < LARGEST) high *= 4;
    if (high >= LARGEST) return refuse("infeasible", "no practical number of units can show an effect this small");
    n = Math.exp(findRoot(short, Math.log(high / 4), Math.log(high), 1e-9));
  }
  const control = Math.ceil(n - 1e-6);
  const perTreatment = Math.ceil(control * checked.value.ratio - 1e-9);
  return ok({
    estimate: control,
    interval: null,
    level: null,
    method: methodOf(checked.value),
    n: control,
    warnings: [],
    perTreatment,
    total: control + perTreatment * (design.comparisons ?? 1),
  });
}

/** Smallest effect that `n` control units show with the wanted power, on the scale asked for; an increase. */
export function minimumDetectableEffect(
  design: Design,
  n: number,
  scale: TargetEffect["scale"] = "relative",
  wantedPower = 0.8,
): Estimated<Estimate> {
  const checked = checkDesign(design);
  if (!checked.ok) return checked;
  const wanted = checkBetween(wantedPower, checked.value.tail, 1, "power");
  if (!wanted.ok) return wanted;
  if (!(n >= 2 && Number.isFinite(n))) return refuse("tooFew", "at least two units per arm are needed", { minimum: 2 });
  const { baseline } = design;
  const base = baseline.kind === "proportion" ? baseline.rate : Math.abs(baseline.mean);
  if (scale === "relative" && base === 0)
    return refuse("outOfRange", "the mean is zero, so a relative effect does not exist");
  const short = (effect: number): number => powerAt(checked.value, effect, n) - wantedPower;
  const unit = baseline.kind === "proportion" ? Math.sqrt(baseline.rate * (1 - baseline.rate)) : baseline.sd;
  const limit = baseline.kind === "proportion" ? 1 - baseline.rate - 1e-12 : Number.POSITIVE_INFINITY;
  let high = Math.min(limit, (4 * unit) / Math.sqrt(n));
  while (short(high) < 0 && high < limit && high < 1e6 * unit) high = Math.min(limit, high * 2);
  if (short(high) < 0) return refuse("infeasible", `${n} units per arm cannot show any possible effect`, { n });
  const effect = findRoot(short, 0, high, 1e-12 * unit);
  const estimate = scale === "relative" ? effect / base : effect;
  return ok({ estimate, interval: null, level: null, method: methodOf(checked.value), n, warnings: [] });
}
