import type { Minimum, Objective } from "./objective.ts";

/** Settings of `nelderMead`. */
export interface NelderMeadOptions {
  /** First step per coordinate; default 5 % of the start, or 0.1 where that is 0. */
  readonly step?: number | ArrayLike<number>;
  readonly maxIterations?: number;
  /** Stops when the values over the simplex differ by less, relative to their size. */
  readonly valueTolerance?: number;
  /** And the corners by less, relative to their size. */
  readonly pointTolerance?: number;
}

interface Corner {
  readonly x: Float64Array;
  readonly value: number;
}

const blend = (a: Float64Array, b: Float64Array, t: number): Float64Array =>
  a.map((ai, i) => ai + t * ((b[i] ?? 0) - ai));

/**
 * Minimises without derivatives by the simplex method of Nelder and Mead (1965) with the dimension-adapted
 * coefficients of Gao and Han (2012).
 */
export function nelderMead(f: Objective, start: ArrayLike<number>, options: NelderMeadOptions = {}): Minimum {
  const n = start.length;
  const { maxIterations = 400 * n, valueTolerance = 1e-12, pointTolerance = 1e-9 } = options;
  let evaluations = 0;
  const at = (x: Float64Array): Corner => {
    evaluations += 1;
    const value = f(x);
    return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const simplex = firstSimplex(start, options.step).map(at);
  const byValue = (): Corner[] => simplex.sort((a, b) => a.value - b.value);
  byValue();
  let iterations = 0;
  let converged = false;
  for (; iterations < maxIterations && !converged; iterations++) {
    improve(simplex, at);
    byValue();
    converged = isSettled(simplex, valueTolerance, pointTolerance);
  }
  const best = simplex[0] ?? at(Float64Array.from(start));
  return { x: best.x, value: best.value, iterations, evaluations, converged };
}

function firstSimplex(start: ArrayLike<number>, step: NelderMeadOptions["step"]): Float64Array[] {
  const origin = Float64Array.from(start);
  const corners = [origin];
  for (let j = 0; j < origin.length; j++) {
    const corner = origin.slice();
    const own = typeof step === "number" ? step : step?.[j];
    corner[j] = (corner[j] ?? 0) + (own ?? ((corner[j] ?? 0) === 0 ? 0.1 : 0.05 * (corner[j] ?? 0)));
    corners.push(corner);
  }
  return corners;
}

/** One reflection, expansion, contraction or shrink of an ordered simplex. */
function improve(simplex: Corner[], at: (x: Float64Array) => Corner): void {
  const n = simplex.length - 1;
  const worst = simplex[n];
  const second = simplex[n - 1];
  const best = simplex[0];
  if (!worst || !second || !best) return;
  const centre = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) centre[j] = (centre[j] ?? 0) + (simplex[i]?.x[j] ?? 0) / n;
  const dimension = Math.max(2, n);
  const reflected = at(blend(centre, worst.x, -1));
  if (reflected.value < best.value) {
    const expanded = at(blend(centre, worst.x, -(1 + 2 / dimension)));
    simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    return;
  }
  if (reflected.value < second.value) {
    simplex[n] = reflected;
    return;
  }
  const contraction = 0.75 - 1 / (2 * dimension);
  const outside = reflected.value < worst.value;
  const contracted = at(blend(centre, worst.x, outside ? -contraction : contraction));
  if (contracted.value < Math.min(reflected.value, worst.value)) {
    simplex[n] = contracted;
    return;
  }
  for (let i = 1; i <= n; i++) simplex[i] = at(blend(best.x, (simplex[i] ?? worst).x, 1 - 1 / dimension));
}

function isSettled(simplex: readonly Corner[], valueTolerance: number, pointTolerance: number): boolean {
  const best = simplex[0];
  const worst = simplex.at(-1);
  if (!best || !worst) return true;
  const spread = worst.value - best.value;
  if (!(spread <= valueTolerance * (Math.abs(best.value) + valueTolerance))) return false;
  return simplex.every((c) =>
    c.x.every((v, j) => Math.abs(v - (best.x[j] ?? 0)) <= pointTolerance * (1 + Math.abs(best.x[j] ?? 0))),
  );
}
