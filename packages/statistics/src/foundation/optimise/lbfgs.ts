import { dot } from "../linear/matrix.ts";
import { numericGradient } from "./derivatives.ts";
import type { Minimum, Objective } from "./objective.ts";

/** Settings of `lbfgs`. */
export interface LbfgsOptions {
  /** Exact gradient; central differences when absent. */
  readonly gradient?: (x: Float64Array) => Float64Array;
  readonly maxIterations?: number;
  /** Stops when the largest gradient entry is below this times max(1, |value|). */
  readonly gradientTolerance?: number;
  /** Pairs of steps remembered. */
  readonly memory?: number;
}

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly rho: number;
}

const largest = (g: Float64Array): number => g.reduce((m, v) => Math.max(m, Math.abs(v)), 0);

/** Minimises a smooth function by limited-memory BFGS (Nocedal and Wright, algorithms 7.4 and 7.5). */
export function lbfgs(f: Objective, start: ArrayLike<number>, options: LbfgsOptions = {}): Minimum {
  const { maxIterations = 500, gradientTolerance = 1e-8, memory = 10 } = options;
  let evaluations = 0;
  const value = (x: Float64Array): number => {
    evaluations += 1;
    const v = f(x);
    return Number.isNaN(v) ? Number.POSITIVE_INFINITY : v;
  };
  const gradient = options.gradient ?? ((x: Float64Array) => numericGradient(value, x));
  let x: Float64Array = Float64Array.from(start);
  let fx = value(x);
  let g = gradient(x);
  const pairs: Pair[] = [];
  let iterations = 0;
  let converged = largest(g) <= gradientTolerance * Math.max(1, Math.abs(fx));
  for (; iterations < maxIterations && !converged; iterations++) {
    const direction = descentDirection(g, pairs);
    const next = lineSearch(value, gradient, x, fx, g, direction, pairs.length === 0);
    if (!next) {
      if (pairs.length === 0) break;
      pairs.length = 0;
      continue;
    }
    const step = next.x.map((v, i) => v - (x[i] ?? 0));
    const change = next.g.map((v, i) => v - (g[i] ?? 0));
    const curvature = dot(step, change);
    if (curvature > 1e-14 * dot(change, change)) pairs.push({ step, change, rho: 1 / curvature });
    if (pairs.length > memory) pairs.shift();
    const gain = fx - next.value;
    x = next.x;
    fx = next.value;
    g = next.g;
    converged =
      largest(g) <= gradientTolerance * Math.max(1, Math.abs(fx)) ||
      (gain <= 1e-15 * Math.abs(fx) && largest(step) <= 1e-12 * (1 + largest(x)));
  }
  return { x, value: fx, iterations, evaluations, converged };
}

/** −H·g by the two-loop recursion. */
function descentDirection(g: Float64Array, pairs: readonly Pair[]): Float64Array {
  const q = g.slice();
  const alphas = new Float64Array(pairs.length);
  const subtract = (by: Float64Array, factor: number): void => {
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) - factor * (by[i] ?? 0);
  };
  for (let k = pairs.length - 1; k >= 0; k--) {
    const pair = pairs[k];
    if (!pair) continue;
    const alpha = pair.rho * dot(pair.step, q);
    alphas[k] = alpha;
    subtract(pair.change, alpha);
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.change, last.change));
    for (let i = 0; i < q.length; i++) q[i] = (q[i] ?? 0) * scale;
  }
  pairs.forEach((pair, k) => {
    subtract(pair.step, pair.rho * dot(pair.change, q) - (alphas[k] ?? 0));
  });
  return q.map((v) => -v);
}

/** Step along a descent direction that meets the weak Wolfe conditions, by bisection; null when there is none. */
function lineSearch(
  f: Objective,
  gradient: (x: Float64Array) => Float64Array,
  x: Float64Array,
  fx: number,
  g: Float64Array,
  direction: Float64Array,
  first: boolean,
): { x: Float64Array; value: number; g: Float64Array } | null {
  const slope = dot(g, direction);
  if (!(slope < 0)) return null;
  let t = first ? Math.min(1, 1 / Math.max(1e-12, largest(g))) : 1;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let fallback: { x: Float64Array; value: number; g: Float64Array } | null = null;
  for (let i = 0; i < 50; i++) {
    const step = t;
    const trial = x.map((v, j) => v + step * (direction[j] ?? 0));
    const value = f(trial);
    if (!(value <= fx + 1e-4 * t * slope)) {
      high = t;
    } else {
      const next = { x: trial, value, g: gradient(trial) };
      if (dot(next.g, direction) >= 0.9 * slope) return next;
      fallback = next;
      low = t;
    }
    t = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
    if (high - low < 1e-16 * Math.max(1, high)) break;
  }
  return fallback;
}
