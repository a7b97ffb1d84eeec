import {
  cholesky,
  inverseFromCholesky,
  lbfgs,
  type Matrix,
  type Range,
  type Warning,
  warning,
  zeros,
} from "../../foundation/index.ts";

/** Mean negative log-likelihood and its gradient in the logarithms of the parameters; writes the gradient. */
export type LikelihoodFunction = (logParameters: Float64Array, gradient: Float64Array) => number;

export interface LikelihoodProblem {
  readonly names: readonly string[];
  /** Objective over all data. */
  readonly full: LikelihoodFunction;
  /** Objective over a part of the data, to choose the start; the full one when absent. */
  readonly part?: LikelihoodFunction;
  /** Logarithms of start values. */
  readonly starts: readonly (readonly number[])[];
  /** Number of customers: turns the mean curvature into information. */
  readonly n: number;
}

export interface LikelihoodMaximum {
  readonly logParameters: Float64Array;
  readonly logLikelihood: number;
  /** Covariance of the log-parameters; null when the information is not positive definite. */
  readonly covariance: Matrix | null;
  readonly warnings: readonly Warning[];
}

/** Log-parameters beyond these are held back by a penalty: the likelihood is flat there and has no maximum. */
const BOX: Range = [-7, 8];
/** A fitted log-parameter outside this range, or with a standard error above `FLAT`, is reported as run away. */
const REASONABLE: Range = [-6, 7];
const FLAT = 2.5;

/**
 * Maximum likelihood over positive parameters by L-BFGS on their logarithms from several starts. Where the likelihood
 * has no inner maximum (nobody drops out, everybody alike) the search stops at the edge and says so.
 */
export function maximiseLikelihood(problem: LikelihoodProblem): LikelihoodMaximum {
  const screen = problem.part ?? problem.full;
  const trials = problem.starts.map((start) => descend(screen, start, 60, 1e-5)).toSorted((a, b) => a.value - b.value);
  const best = descend(problem.full, trials[0]?.x ?? [], 300, 1e-8);
  const { x } = best;
  const gradient = new Float64Array(x.length);
  const logLikelihood = -problem.full(x, gradient) * problem.n;
  const covariance = covarianceAt(problem, x);
  return { logParameters: x, logLikelihood, covariance, warnings: edgeWarnings(problem, x, covariance) };
}

function descend(f: LikelihoodFunction, start: ArrayLike<number>, maxIterations: number, gradientTolerance: number) {
  const at = { x: new Float64Array(), value: 0, gradient: new Float64Array() };
  const evaluate = (x: Float64Array): void => {
    if (at.x.length === x.length && x.every((v, i) => v === at.x[i])) return;
    at.x = x.slice();
    at.gradient = new Float64Array(x.length);
    at.value = f(x, at.gradient) + boxPenalty(x, at.gradient);
  };
  const value = (x: Float64Array): number => {
    evaluate(x);
    return at.value;
  };
  const gradient = (x: Float64Array): Float64Array => {
    evaluate(x);
    return at.gradient.slice();
  };
  return lbfgs(value, start, { gradient, maxIterations, gradientTolerance });
}

function boxPenalty(x: Float64Array, gradient: Float64Array): number {
  let penalty = 0;
  for (let i = 0; i < x.length; i++) {
    const v = x[i] ?? 0;
    const beyond = v < BOX[0] ? v - BOX[0] : Math.max(0, v - BOX[1]);
    penalty += beyond * beyond;
    gradient[i] = (gradient[i] ?? 0) + 2 * beyond;
  }
  return penalty;
}

/** Inverse information from central differences of the gradient. */
function covarianceAt(problem: LikelihoodProblem, x: Float64Array): Matrix | null {
  const size = x.length;
  const information = zeros(size, size);
  const [up, down] = [new Float64Array(size), new Float64Array(size)];
  for (let i = 0; i < size; i++) {
    const step = 1e-4;
    const probe = x.slice();
    probe[i] = (x[i] ?? 0) + step;
    problem.full(probe, up);
    probe[i] = (x[i] ?? 0) - step;
    problem.full(probe, down);
    for (let j = 0; j < size; j++) {
      const slope = (problem.n * ((up[j] ?? 0) - (down[j] ?? 0))) / (4 * step);
      information.data[i * size + j] = (information.data[i * size + j] ?? 0) + slope;
      information.data[j * size + i] = (information.data[j * size + i] ?? 0) + slope;
    }
  }
  const factor = cholesky(information, 1e-12);
  return factor === null ? null : inverseFromCholesky(factor);
}

function edgeWarnings(problem: LikelihoodProblem, x: Float64Array, covariance: Matrix | null): Warning[] {
  const warnings: Warning[] = [];
  problem.names.forEach((name, i) => {
    const value = x[i] ?? 0;
    const error = covariance === null ? 0 : Math.sqrt(covariance.data[i * x.length + i] ?? 0);
    if (value > REASONABLE[0] && value < REASONABLE[1] && error < FLAT) return;
    const detail = `parameter ${name} ran to ${Math.exp(value).toPrecision(3)}: the data do not determine it`;
    warnings.push(warning("customers/parameter-at-edge", detail, { parameter: name, value: Math.exp(value) }));
  });
  if (covariance === null) {
    const detail = "the curvature of the likelihood is not positive, so no intervals are given";
    warnings.push(warning("customers/no-curvature", detail));
  }
  return warnings;
}

/** Parameters and their 95 % interval, back from the logarithmic scale. */
export function parameterInterval(
  x: Float64Array,
  covariance: Matrix | null,
): { readonly estimate: Float64Array; readonly interval: Range<Float64Array> | null } {
  const estimate = x.map((v) => Math.exp(v));
  if (covariance === null) return { estimate, interval: null };
  const half = x.map((_, i) => 1.959963984540054 * Math.sqrt(covariance.data[i * x.length + i] ?? 0));
  const end = (sign: number): Float64Array => x.map((v, i) => Math.exp(Math.min(700, v + sign * (half[i] ?? 0))));
  return { estimate, interval: [end(-1), end(1)] };
}
