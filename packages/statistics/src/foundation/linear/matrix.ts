/** A dense real matrix, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Entry (i, j) stands at i·columns + j. */
  readonly data: Float64Array;
}

/** A matrix of zeros. */
export const zeros = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  data: new Float64Array(rows * columns),
});

/** Builds a matrix from rows of equal length. */
export function fromRows(rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const matrix = zeros(rows.length, columns);
  rows.forEach((row, i) => {
    if (row.length !== columns) throw new RangeError("rows differ in length");
    for (let j = 0; j < columns; j++) matrix.data[i * columns + j] = row[j] ?? 0;
  });
  return matrix;
}

/** Builds a matrix from columns of equal length. */
export function fromColumns(columns: readonly ArrayLike<number>[]): Matrix {
  return transpose(fromRows(columns));
}

/** The identity matrix. */
export function identity(n: number): Matrix {
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i++) matrix.data[i * n + i] = 1;
  return matrix;
}

/** Aᵀ */
export function transpose(a: Matrix): Matrix {
  const result = zeros(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) result.data[j * a.rows + i] = a.data[i * a.columns + j] ?? 0;
  }
  return result;
}

/** A·B */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError("inner sizes differ");
  const result = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.data[i * a.columns + k] ?? 0;
      if (factor === 0) continue;
      const from = k * b.columns;
      const to = i * b.columns;
      for (let j = 0; j < b.columns; j++)
        result.data[to + j] = (result.data[to + j] ?? 0) + factor * (b.data[from + j] ?? 0);
    }
  }
  return result;
}

/** A·x */
export function multiplyVector(a: Matrix, x: ArrayLike<number>): Float64Array {
  const result = new Float64Array(a.rows);
  for (let i = 0; i < a.rows; i++) {
    let total = 0;
    for (let j = 0; j < a.columns; j++) total += (a.data[i * a.columns + j] ?? 0) * (x[j] ?? 0);
    result[i] = total;
  }
  return result;
}

/** XᵀWX for the normal equations; `weights` default to 1. */
export function gram(x: Matrix, weights?: ArrayLike<number>): Matrix {
  const n = x.columns;
  const result = zeros(n, n);
  for (let i = 0; i < x.rows; i++) {
    const w = weights?.[i] ?? 1;
    const row = i * n;
    for (let j = 0; j < n; j++) {
      const factor = w * (x.data[row + j] ?? 0);
      if (factor === 0) continue;
      for (let k = j; k < n; k++)
        result.data[j * n + k] = (result.data[j * n + k] ?? 0) + factor * (x.data[row + k] ?? 0);
    }
  }
  for (let j = 0; j < n; j++) for (let k = 0; k < j; k++) result.data[j * n + k] = result.data[k * n + j] ?? 0;
  return result;
}

/** Inner product. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
