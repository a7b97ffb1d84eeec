import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../problems.ts";
import { cholesky, inverseFromCholesky, solveCholesky } from "./cholesky.ts";
import { dot, gram, type Matrix, multiplyVector } from "./matrix.ts";

/** A linear fit y ≈ Xβ. */
export interface LeastSquaresFit {
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  /** Σ residual². */
  readonly residualSquares: number;
  readonly rank: number;
}

/**
 * Ordinary least squares by Householder QR (Golub and Van Loan, 5.3.2).
 * @param x n × p design, n ≥ p; refused as `statistics/singular` when columns are linearly dependent
 */
export function leastSquares(x: Matrix, y: ArrayLike<number>): Estimated<LeastSquaresFit> {
  const { rows: n, columns: p } = x;
  if (y.length !== n) return refuse("lengthMismatch", `the design has ${n} rows, the response ${y.length}`);
  if (n < p) return refuse("tooFew", `${n} observations cannot determine ${p} coefficients`, { n, minimum: p });
  const a = Float64Array.from(x.data);
  const rhs = Float64Array.from(y);
  const diagonal = new Float64Array(p);
  for (let k = 0; k < p; k++) {
    const size = columnNorm(x.data, n, p, k, 0);
    const norm = reflect(a, rhs, n, p, k);
    if (!(Math.abs(norm) > 1e-11 * size)) {
      return refuse("singular", `column ${k} of the design depends on the columns before it`, { column: k });
    }
    diagonal[k] = norm;
  }
  const beta = new Float64Array(p);
  for (let i = p - 1; i >= 0; i--) {
    let total = rhs[i] ?? 0;
    for (let j = i + 1; j < p; j++) total -= (a[i * p + j] ?? 0) * (beta[j] ?? 0);
    beta[i] = total / (diagonal[i] ?? 1);
  }
  const fitted = multiplyVector(x, beta);
  const residuals = fitted.map((f, i) => (y[i] ?? 0) - f);
  return ok({ coefficients: beta, residuals, residualSquares: dot(residuals, residuals), rank: p });
}

function columnNorm(a: Float64Array, n: number, p: number, k: number, from: number): number {
  let total = 0;
  for (let i = from; i < n; i++) total += (a[i * p + k] ?? 0) ** 2;
  return Math.sqrt(total);
}

/** Applies the Householder reflection that clears column k below its diagonal; returns the new diagonal entry. */
function reflect(a: Float64Array, rhs: Float64Array, n: number, p: number, k: number): number {
  const norm = columnNorm(a, n, p, k, k);
  if (norm === 0) return 0;
  const head = a[k * p + k] ?? 0;
  const diagonal = head > 0 ? -norm : norm;
  a[k * p + k] = head - diagonal;
  const squared = norm * norm - head * diagonal;
  for (let j = k + 1; j <= p; j++) {
    let total = 0;
    for (let i = k; i < n; i++) total += (a[i * p + k] ?? 0) * (j < p ? (a[i * p + j] ?? 0) : (rhs[i] ?? 0));
    const factor = total / squared;
    for (let i = k; i < n; i++) {
      const change = factor * (a[i * p + k] ?? 0);
      if (j < p) a[i * p + j] = (a[i * p + j] ?? 0) - change;
      else rhs[i] = (rhs[i] ?? 0) - change;
    }
  }
  return diagonal;
}

/**
 * Ridge regression: minimises Σ w(y − Xβ)² + Σ penaltyⱼ βⱼ² (penalty 0 leaves a coefficient free).
 * @returns coefficients and (XᵀWX + Λ)⁻¹; `statistics/singular` when that matrix is not positive definite
 */
export function ridge(
  x: Matrix,
  y: ArrayLike<number>,
  penalty: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Estimated<{ coefficients: Float64Array; inverse: Matrix }> {
  const p = x.columns;
  const a = gram(x, weights);
  for (let j = 0; j < p; j++) a.data[j * p + j] = (a.data[j * p + j] ?? 0) + (penalty[j] ?? 0);
  const l = cholesky(a);
  if (!l) return refuse("singular", "the design is not of full rank; add a penalty or drop a column");
  const rhs = new Float64Array(p);
  for (let i = 0; i < x.rows; i++) {
    const scaled = (weights?.[i] ?? 1) * (y[i] ?? 0);
    for (let j = 0; j < p; j++) rhs[j] = (rhs[j] ?? 0) + scaled * (x.data[i * p + j] ?? 0);
  }
  return ok({ coefficients: solveCholesky(l, rhs), inverse: inverseFromCholesky(l) });
}
