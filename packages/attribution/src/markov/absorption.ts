import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "@yutu/statistics";
import type { Transitions } from "./transitions.ts";

/** Relative error that ends the iteration; the bound is rigorous apart from rounding. */
const TOLERANCE = 1e-14;
const WORK_LIMIT = 4e9;

/**
 * Solves x = r + Qx, where Q holds the transitions: the expected reward collected until absorption. Sparse
 * Gauss-Seidel sweeps with self-transitions solved exactly; once the changes shrink by a steady factor, their
 * geometric rest is added at a stroke (Aitken). No state is visited more often than in the data, so the error at the
 * start is at most Σ visits·|change of the last sweep|; the sweeps stop when that bound is below 1e-14 of the value.
 * @param reward expected reward earned on leaving each state
 * @returns x per state; x[0] is the value of a new journey
 */
export function solveAbsorption(transitions: Transitions, reward: Float64Array): Estimated<Float64Array> {
  const { targets, visits, count } = transitions;
  const x = new Float64Array(count);
  const change = new Float64Array(count);
  const maximumSweeps = Math.max(200, WORK_LIMIT / (targets.length + count));
  let before = Number.POSITIVE_INFINITY;
  let factorBefore = 1;
  let sinceLeap = 0;
  for (let k = 0; k < maximumSweeps; k++) {
    const bound = sweep(transitions, reward, x, change);
    if (bound <= TOLERANCE * Math.abs(x[0] ?? 0) * (visits[0] ?? 1)) return ok(x);
    const factor = bound / before;
    sinceLeap += 1;
    if (sinceLeap > 3 && factor < 1 && Math.abs(factor - factorBefore) < 0.05 * (1 - factor)) {
      const rest = factor / (1 - factor);
      for (let s = 0; s < count; s++) x[s] = (x[s] ?? 0) + rest * (change[s] ?? 0);
      sinceLeap = 0;
    }
    before = bound;
    factorBefore = factor;
  }
  return refuse("notConverged", "the absorbing chain did not settle; journeys are extremely long", { states: count });
}

/** One Gauss-Seidel sweep from the last state to the start; returns Σ journeys through the state·|change|. */
function sweep(
  { rows, targets, probability, visits, count }: Transitions,
  reward: Float64Array,
  x: Float64Array,
  change: Float64Array,
): number {
  let bound = 0;
  for (let s = count - 1; s >= 0; s--) {
    let total = reward[s] ?? 0;
    let stay = 0;
    const end = rows[s + 1] ?? 0;
    for (let e = rows[s] ?? 0; e < end; e++) {
      const t = targets[e] ?? 0;
      if (t === s) stay = probability[e] ?? 0;
      else total += (probability[e] ?? 0) * (x[t] ?? 0);
    }
    const next = total / (1 - stay);
    const moved = next - (x[s] ?? 0);
    bound += Math.abs(moved) * (visits[s] ?? 0);
    change[s] = moved;
    x[s] = next;
  }
  return bound;
}
