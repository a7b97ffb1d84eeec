import { describe, expect, it } from "vitest";
import reference from "../fixtures/special-functions.json" with { type: "json" };
import * as S from "../index.ts";

type Row = readonly number[];

/** Largest relative error over the rows of the high-precision table; each row ends with the expected value. */
function worst(rows: readonly Row[], f: (...args: number[]) => number): number {
  return Math.max(
    ...rows.map((row) => {
      const expected = row.at(-1) ?? Number.NaN;
      const actual = f(...row.slice(0, -1));
      return expected === 0 ? Math.abs(actual) : Math.abs(actual - expected) / Math.abs(expected);
    }),
  );
}

/** As `worst` for functions that return both tails. */
function worstTails(rows: readonly Row[], f: (...args: number[]) => { lower: number; upper: number }): number {
  return Math.max(
    worst(
      rows.map((r) => r.slice(0, -1)),
      (...a) => f(...a).lower,
    ),
    worst(
      rows.map((r) => [...r.slice(0, -2), r.at(-1) ?? Number.NaN]),
      (...a) => f(...a).upper,
    ),
  );
}

/** Relative error allowed per function, against values computed with mpmath at 50 digits. */
const CASES: readonly [keyof typeof reference, (a: number, b: number, c: number, d: number) => number, number][] = [
  ["logGamma", (x) => S.logGamma(x), 2e-14],
  ["digamma", (x) => S.digamma(x), 1e-14],
  ["trigamma", (x) => S.trigamma(x), 1e-14],
  ["logBeta", (a, b) => S.logBeta(a, b), 1e-13],
  ["erf", (x) => S.erf(x), 1e-15],
  ["erfc", (x) => S.erfc(x), 2e-14],
  ["hypergeometric2F1", S.hypergeometric2F1, 1e-12],
  ["normalCdf", (z) => S.normalCdf(z), 2e-13],
  ["normalQuantile", (p) => S.normalQuantile(p), 1e-14],
  ["studentTCdf", (t, df) => S.studentTCdf(t, df), 1e-13],
  ["studentTQuantile", (p, df) => S.studentTQuantile(p, df), 1e-13],
  ["chiSquaredUpper", (x, k) => S.chiSquaredUpper(x, k), 1e-13],
  ["chiSquaredQuantile", (p, k) => S.chiSquaredQuantile(p, k), 1e-13],
  ["betaQuantile", (p, a, b) => S.betaQuantile(p, a, b), 1e-13],
  ["binomialCdf", (k, n, p) => S.binomialCdf(k, n, p), 1e-13],
  ["poissonUpper", (k, m) => S.poissonUpper(k, m), 1e-13],
];

describe("special functions against a table of high precision", () => {
  it.each(CASES)("%s", (name, f, tolerance) => {
    const rows = reference[name] as unknown as readonly Row[];
    const error = worst(rows, (...args) => f(...(args as [number, number, number, number])));
    expect(error).toBeLessThan(tolerance);
  });

  it("incomplete gamma and beta keep both tails", () => {
    expect(worstTails(reference.incompleteGamma, (a, x) => S.incompleteGamma(a ?? 0, x ?? 0))).toBeLessThan(1e-12);
    const beta = (a?: number, b?: number, x?: number) => S.incompleteBeta(a ?? 0, b ?? 0, x ?? 0);
    expect(worstTails(reference.incompleteBeta, beta)).toBeLessThan(1e-12);
  });

  it("ln ₂F₁ does not overflow", () => {
    // mpmath at 30 digits: log(hyp2f1(2000.2, 2001.4, 2001, 0.9))
    expect(S.logHypergeometric2F1(2000.2, 2001.4, 2001, 0.9)).toBeCloseTo(4606.551593070526, 8);
  });
});
