import { type Matrix, zeros } from "./matrix.ts";

/**
 * Lower triangular L with A = LLᵀ; null when the symmetric matrix A is not positive definite.
 * @param tolerance smallest accepted pivot as a share of the largest diagonal entry
 */
export function cholesky(a: Matrix, tolerance = 1e-14): Matrix | null {
  const n = a.rows;
  const l = zeros(n, n);
  const d = l.data;
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(a.data[i * n + i] ?? 0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let total = a.data[i * n + j] ?? 0;
      for (let k = 0; k < j; k++) total -= (d[i * n + k] ?? 0) * (d[j * n + k] ?? 0);
      if (i !== j) {
        d[i * n + j] = total / (d[j * n + j] ?? 1);
        continue;
      }
      if (!(total > tolerance * largest)) return null;
      d[i * n + i] = Math.sqrt(total);
    }
  }
  return l;
}

/** Solves LLᵀx = b. */
export function solveCholesky(l: Matrix, b: ArrayLike<number>): Float64Array {
  const n = l.rows;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let total = x[i] ?? 0;
    for (let k = 0; k < i; k++) total -= (l.data[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = total / (l.data[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    let total = x[i] ?? 0;
    for (let k = i + 1; k < n; k++) total -= (l.data[k * n + i] ?? 0) * (x[k] ?? 0);
    x[i] = total / (l.data[i * n + i] ?? 1);
  }
  return x;
}

/** (LLᵀ)⁻¹, e.g. a covariance from an information matrix. */
export function inverseFromCholesky(l: Matrix): Matrix {
  const n = l.rows;
  const result = zeros(n, n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit[j] = 1;
    const column = solveCholesky(l, unit);
    for (let i = 0; i < n; i++) result.data[i * n + j] = column[i] ?? 0;
    unit[j] = 0;
  }
  return result;
}

/** ln det(LLᵀ). */
export function logDeterminant(l: Matrix): number {
  let total = 0;
  for (let i = 0; i < l.rows; i++) total += Math.log(l.data[i * l.columns + i] ?? 1);
  return 2 * total;
}
