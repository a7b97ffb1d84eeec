import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky, inverseFromCholesky, logDeterminant, solveCholesky } from "./cholesky.ts";
import { leastSquares, ridge } from "./least-squares.ts";
import { fromColumns, fromRows, gram, multiply, multiplyVector, transpose } from "./matrix.ts";
import { solveLinear } from "./solve.ts";

const entries = (n: number) => fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: n, maxLength: n });

describe("linear algebra", () => {
  it("Cholesky of a textbook matrix (Golub and Van Loan)", () => {
    const l = cholesky(
      fromRows([
        [4, 12, -16],
        [12, 37, -43],
        [-16, -43, 98],
      ]),
    );
    expect(Array.from(l?.data ?? [])).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
    expect(l && logDeterminant(l)).toBeCloseTo(Math.log(36), 12);
    expect(
      cholesky(
        fromRows([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toBeNull();
  });

  it("elimination and Cholesky solve AᵀA + I to the same x, and the inverse inverts", () => {
    fc.assert(
      fc.property(entries(16), entries(4), (values, b) => {
        const a = gram(fromRows([0, 4, 8, 12].map((i) => values.slice(i, i + 4))));
        for (let i = 0; i < 4; i++) a.data[i * 5] = (a.data[i * 5] ?? 0) + 1;
        const l = cholesky(a);
        if (!l) throw new Error("positive definite by construction");
        const x = solveCholesky(l, b);
        const y = unwrap(solveLinear(a, b));
        expect(Math.max(...multiplyVector(a, x).map((v, i) => Math.abs(v - (b[i] ?? 0))))).toBeLessThan(1e-9);
        expect(Math.max(...x.map((v, i) => Math.abs(v - (y[i] ?? 0))))).toBeLessThan(1e-9);
        const one = multiply(a, inverseFromCholesky(l));
        expect(Math.max(...one.data.map((v, i) => Math.abs(v - (i % 5 === 0 ? 1 : 0))))).toBeLessThan(1e-8);
      }),
      { numRuns: 50 },
    );
  });

  it("least squares reproduces the certified Longley coefficients (NIST StRD, ill-conditioned)", () => {
    const y = [
      60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
    ];
    const gnpDeflator = [
      83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9,
    ];
    const gnp = [
      234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601,
      518173, 554894,
    ];
    const jobless = [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007];
    const army = [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827];
    const people = [
      107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368,
      127852, 130081,
    ];
    const years = y.map((_, i) => 1947 + i);
    const design = fromColumns([y.map(() => 1), gnpDeflator, gnp, jobless, army, people, years]);
    const fit = unwrap(leastSquares(design, y));
    const certified = [
      -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ];
    certified.forEach((c, i) => {
      expect(Math.abs((fit.coefficients[i] ?? 0) / c - 1)).toBeLessThan(1e-8);
    });
    expect(fit.residualSquares).toBeCloseTo(836424.055505915, 3);
  });

  it("refuses dependent columns, and ridge shrinks them instead", () => {
    const x = fromColumns([
      [1, 2, 3, 4],
      [2, 4, 6, 8],
    ]);
    const refused = leastSquares(x, [1, 2, 3, 5]);
    expect(refused.ok ? "" : refused.error.definition.code).toBe("statistics/singular");
    const shrunk = unwrap(ridge(x, [1, 2, 3, 5], [1, 1])).coefficients;
    // by hand: (XᵀX + I)⁻¹Xᵀy with XᵀX = 30·[[1,2],[2,4]], Xᵀy = 34·[1,2] gives 34/151·[1,2]
    expect(shrunk[0]).toBeCloseTo(34 / 151, 10);
    expect(shrunk[1]).toBeCloseTo(68 / 151, 10);
    expect(transpose(x).rows).toBe(2);
  });
});
