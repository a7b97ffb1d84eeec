import { describe, expect, it } from "vitest";
import { numericHessian } from "./derivatives.ts";
import { findRoot } from "./find-root.ts";
import { lbfgs } from "./lbfgs.ts";
import { minimiseScalar } from "./minimise-scalar.ts";
import { nelderMead } from "./nelder-mead.ts";

const rosenbrock = (x: Float64Array): number => {
  let total = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const a = x[i] ?? 0;
    const b = x[i + 1] ?? 0;
    total += 100 * (b - a * a) ** 2 + (1 - a) ** 2;
  }
  return total;
};

/** Powell's singular function: the Hessian is singular at the minimum 0. */
const powell = (v: Float64Array): number => {
  const [a = 0, b = 0, c = 0, d = 0] = v;
  return (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4;
};

describe("minimisers", () => {
  it("L-BFGS solves Rosenbrock's valley in 20 dimensions with a numeric gradient", () => {
    const found = lbfgs(
      rosenbrock,
      Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? -1.2 : 1)),
    );
    expect(found.converged).toBe(true);
    expect(Math.max(...found.x.map((v) => Math.abs(v - 1)))).toBeLessThan(1e-5);
  });

  it("both reach the minimum of Powell's function", () => {
    expect(lbfgs(powell, [3, -1, 0, 1]).value).toBeLessThan(1e-9);
    expect(nelderMead(powell, [3, -1, 0, 1]).value).toBeLessThan(1e-9);
  });

  it("Nelder-Mead solves Rosenbrock's valley and treats NaN as out of bounds", () => {
    const found = nelderMead((x) => ((x[0] ?? 0) < -1.5 ? Number.NaN : rosenbrock(x)), [-1.2, 1]);
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(1, 5);
    expect(found.x[1]).toBeCloseTo(1, 5);
  });

  it("L-BFGS stays inside a domain that ends in infinity", () => {
    const found = lbfgs(
      (x) => ((x[0] ?? 0) <= 0 ? Number.POSITIVE_INFINITY : (x[0] ?? 0) - 3 * Math.log(x[0] ?? 0)),
      [0.1],
    );
    expect(found.x[0]).toBeCloseTo(3, 6);
  });

  it("finds a minimum and a root of one variable", () => {
    expect(minimiseScalar((x) => x ** 4 - 3 * x, -2, 3).x).toBeCloseTo(0.75 ** (1 / 3), 7);
    expect(findRoot((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 15);
    expect(findRoot((x) => x ** 9, -1, 1.7)).toBeCloseTo(0, 1);
  });

  it("second derivatives of a quadratic are its matrix", () => {
    const h = numericHessian(
      (x) => 2 * (x[0] ?? 0) ** 2 + 3 * (x[0] ?? 0) * (x[1] ?? 0) + 5 * (x[1] ?? 0) ** 2,
      new Float64Array([1, -2]),
    );
    [4, 3, 3, 10].forEach((v, i) => {
      expect(h.data[i]).toBeCloseTo(v, 5);
    });
  });
});
