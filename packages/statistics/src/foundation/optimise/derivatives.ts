import { type Matrix, zeros } from "../linear/matrix.ts";
import type { Objective } from "./objective.ts";

/** Gradient by central differences with steps ∛ε·max(1, |x|). */
export function numericGradient(f: Objective, x: Float64Array): Float64Array {
  const probe = x.slice();
  return x.map((xi, i) => {
    const h = 6e-6 * Math.max(1, Math.abs(xi));
    probe[i] = xi + h;
    const up = f(probe);
    probe[i] = xi - h;
    const down = f(probe);
    probe[i] = xi;
    return (up - down) / (2 * h);
  });
}

/** Symmetric matrix of second derivatives by central differences with steps ∜ε·max(1, |x|). */
export function numericHessian(f: Objective, x: Float64Array): Matrix {
  const n = x.length;
  const hessian = zeros(n, n);
  const steps = x.map((xi) => 1.2e-4 * Math.max(1, Math.abs(xi)));
  const probe = x.slice();
  const at = (i: number, di: number, j: number, dj: number): number => {
    probe[i] = (probe[i] ?? 0) + di;
    probe[j] = (probe[j] ?? 0) + dj;
    const value = f(probe);
    probe.set(x);
    return value;
  };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const hi = steps[i] ?? 0;
      const hj = steps[j] ?? 0;
      const mixed = at(i, hi, j, hj) - at(i, hi, j, -hj) - at(i, -hi, j, hj) + at(i, -hi, j, -hj);
      hessian.data[i * n + j] = mixed / (4 * hi * hj);
      hessian.data[j * n + i] = mixed / (4 * hi * hj);
    }
  }
  return hessian;
}
