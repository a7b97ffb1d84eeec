import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../problems.ts";
import type { Matrix } from "./matrix.ts";

/** Solves the square system Ax = b by elimination with row pivoting; refuses a singular A. */
export function solveLinear(a: Matrix, b: ArrayLike<number>): Estimated<Float64Array> {
  const n = a.rows;
  const m = Float64Array.from(a.data);
  const x = Float64Array.from(b);
  for (let column = 0; column < n; column++) {
    const pivot = largestBelow(m, n, column);
    const head = m[pivot * n + column] ?? 0;
    if (head === 0 || !Number.isFinite(head)) return refuse("singular", "the matrix of the equations is singular");
    if (pivot !== column) swapRows(m, x, n, pivot, column);
    for (let i = column + 1; i < n; i++) {
      const factor = (m[i * n + column] ?? 0) / head;
      if (factor === 0) continue;
      for (let j = column; j < n; j++) m[i * n + j] = (m[i * n + j] ?? 0) - factor * (m[column * n + j] ?? 0);
      x[i] = (x[i] ?? 0) - factor * (x[column] ?? 0);
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let total = x[i] ?? 0;
    for (let j = i + 1; j < n; j++) total -= (m[i * n + j] ?? 0) * (x[j] ?? 0);
    x[i] = total / (m[i * n + i] ?? 1);
  }
  return ok(x);
}

function largestBelow(m: Float64Array, n: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < n; i++) {
    if (Math.abs(m[i * n + column] ?? 0) > Math.abs(m[best * n + column] ?? 0)) best = i;
  }
  return best;
}

function swapRows(m: Float64Array, x: Float64Array, n: number, a: number, b: number): void {
  for (let j = 0; j < n; j++) {
    const kept = m[a * n + j] ?? 0;
    m[a * n + j] = m[b * n + j] ?? 0;
    m[b * n + j] = kept;
  }
  const kept = x[a] ?? 0;
  x[a] = x[b] ?? 0;
  x[b] = kept;
}
