import { ok } from "@yutu/kernel";
import {
  checkBetween,
  checkSeries,
  drawPoisson,
  type Estimated,
  quantileOfSorted,
  refuse,
} from "../foundation/index.ts";
import type { QuantileEffect, QuantileOptions } from "./quantile-effect.ts";

/** Events of one arm, several per unit: the value of each and the number of the unit it belongs to. */
export interface UnitEvents {
  readonly values: ArrayLike<number>;
  /** Whole numbers from 0; units are what was randomised. */
  readonly units: ArrayLike<number>;
}

interface OrderedEvents {
  readonly values: Float64Array;
  readonly units: Uint32Array;
  readonly unitCount: number;
}

/** Smallest value whose cumulative weight reaches p of the whole; NaN when nothing was drawn. */
function weightedQuantile({ values, units }: OrderedEvents, weights: Uint8Array | Float64Array, p: number): number {
  let total = 0;
  for (const unit of units) total += weights[unit] ?? 0;
  let reached = 0;
  for (let i = 0; i < values.length; i++) {
    reached += weights[units[i] ?? 0] ?? 0;
    if (reached > 0 && reached >= p * total) return values[i] ?? Number.NaN;
  }
  return Number.NaN;
}

function orderEvents(events: UnitEvents, name: string): Estimated<OrderedEvents> {
  const checked = checkSeries(events.values, 2, name);
  if (!checked.ok) return checked;
  if (events.units.length !== events.values.length)
    return refuse("lengthMismatch", `${name}: values and units differ in length`);
  let unitCount = 0;
  for (let i = 0; i < events.units.length; i++) {
    const unit = events.units[i] ?? -1;
    if (!Number.isInteger(unit) || unit < 0) return refuse("notWhole", `${name}: a unit is not a whole number from 0`);
    unitCount = Math.max(unitCount, unit + 1);
  }
  if (unitCount < 2) return refuse("tooFew", `${name} has one unit only`, { minimum: 2 });
  const order = Array.from({ length: events.values.length }, (_, i) => i);
  order.sort((a, b) => (events.values[a] ?? 0) - (events.values[b] ?? 0));
  return ok({
    values: Float64Array.from(order, (i) => events.values[i] ?? 0),
    units: Uint32Array.from(order, (i) => events.units[i] ?? 0),
    unitCount,
  });
}

/**
 * Difference of a quantile over events (page load times, order values) when units have several events each: whole
 * units are resampled (Poisson bootstrap), so that the dependence within a unit counts.
 */
export function compareEventQuantiles(
  control: UnitEvents,
  treatment: UnitEvents,
  options: QuantileOptions,
): Estimated<QuantileEffect> {
  const { p, random, replicates = 500, scale = "absolute", level = 0.95 } = options;
  for (const checked of [checkBetween(p, 0, 1, "quantile"), checkBetween(level, 0, 1, "level")]) {
    if (!checked.ok) return checked;
  }
  const a = orderEvents(control, "control");
  if (!a.ok) return a;
  const b = orderEvents(treatment, "treatment");
  if (!b.ok) return b;
  const whole = (events: OrderedEvents): number =>
    weightedQuantile(events, new Float64Array(events.unitCount).fill(1), p);
  const base = whole(a.value);
  const reached = whole(b.value);
  if (scale === "relative" && base === 0) {
    return refuse("outOfRange", "the control's quantile is zero, so a relative effect does not exist");
  }
  const effect = (x: number, y: number): number => (scale === "absolute" ? y - x : (y - x) / Math.abs(x || base));
  const draw = (events: OrderedEvents): number =>
    weightedQuantile(
      events,
      new Uint8Array(events.unitCount).map(() => drawPoisson(random, 1)),
      p,
    );
  const draws = Float64Array.from({ length: replicates }, () => effect(draw(a.value), draw(b.value))).filter(
    Number.isFinite,
  );
  if (draws.length < 100) return refuse("tooFew", "too few resamples, use 100 or more", { replicates: draws.length });
  draws.sort();
  const tail = (1 - level) / 2;
  const below = draws.reduce((t, d) => t + (d <= 0 ? 1 : 0), 0);
  const above = draws.reduce((t, d) => t + (d >= 0 ? 1 : 0), 0);
  return ok({
    estimate: effect(base, reached),
    interval: [quantileOfSorted(draws, tail), quantileOfSorted(draws, 1 - tail)],
    level,
    method: "bootstrap-event-quantile",
    n: a.value.unitCount + b.value.unitCount,
    warnings: [],
    scale,
    control: base,
    treatment: reached,
    pValue: Math.min(1, (2 * (Math.min(below, above) + 1)) / (draws.length + 1)),
  });
}
