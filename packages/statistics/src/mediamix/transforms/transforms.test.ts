import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Adstock, adstockWeights, applyAdstock, geometricRecursion, weibullScaleFromShare } from "./adstock.ts";
import { isConcave, type Saturation, saturate, saturationSlope } from "./saturation.ts";

const rounded = (values: ArrayLike<number>) => Array.from(values, (v) => Number(v.toFixed(6)));
const KINDS: readonly Adstock[] = [
  { kind: "geometric", decay: 0.6 },
  { kind: "delayed", decay: 0.6, peak: 2 },
  { kind: "weibull-cdf", shape: 1.5, scale: 3 },
  { kind: "weibull-pdf", shape: 2.5, scale: 4 },
  { kind: "binomial", decay: 0.5 },
];

describe("adstockWeights", () => {
  it("has the values of the definitions", () => {
    expect(rounded(adstockWeights({ kind: "geometric", decay: 0.5 }, 2, false))).toEqual([1, 0.5, 0.25]);
    expect(rounded(adstockWeights({ kind: "geometric", decay: 0.5 }, 2))).toEqual([0.571429, 0.285714, 0.142857]);
    expect(rounded(adstockWeights({ kind: "delayed", decay: 0.5, peak: 1 }, 2, false))).toEqual([0.5, 1, 0.5]);
    // (1 − lag/4)^(1/0.5 − 1) = 1 − lag/4
    expect(rounded(adstockWeights({ kind: "binomial", decay: 0.5 }, 3, false))).toEqual([1, 0.75, 0.5, 0.25]);
    // Shape 1 is the exponential distribution: 1 − F(k) = e^(−k/2), multiplied up.
    const e = (k: number) => Math.exp(-k / 2);
    expect(rounded(adstockWeights({ kind: "weibull-cdf", shape: 1, scale: 2 }, 3, false))).toEqual(
      rounded([1, e(1), e(1) * e(2), e(1) * e(2) * e(3)]),
    );
    const density = [1, 2, 3].map((x) => e(x) / 2);
    const scaled = density.map((d) => (d - (density[2] ?? 0)) / ((density[0] ?? 0) - (density[2] ?? 0)));
    expect(rounded(adstockWeights({ kind: "weibull-pdf", shape: 1, scale: 2 }, 2, false))).toEqual(rounded(scaled));
    expect(weibullScaleFromShare(101, 0.1)).toBe(11);
  });

  it.each(KINDS.map((kind) => [kind.kind, kind] as const))("%s weights are non-negative and sum to 1", (_, kind) => {
    const weights = adstockWeights(kind, 8);
    expect(weights.every((w) => w >= 0)).toBe(true);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});

describe("applyAdstock", () => {
  const series = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 });

  it("keeps the total of media that has time to act, and is additive", () => {
    fc.assert(
      fc.property(series, series, fc.constantFrom(...KINDS), (x, y, kind) => {
        const weights = adstockWeights(kind, 5);
        const padded = [...x, 0, 0, 0, 0, 0];
        const total = applyAdstock(padded, weights).reduce((a, b) => a + b, 0);
        expect(total).toBeCloseTo(
          x.reduce((a, b) => a + b, 0),
          6,
        );
        const both = x.map((v, i) => v + (y[i] ?? 0));
        const apart = applyAdstock(x, weights).map(
          (v, i) => v + (applyAdstock(y.concat(x.map(() => 0)), weights)[i] ?? 0),
        );
        const together = applyAdstock(both, weights);
        if (y.length >= x.length) together.forEach((v, i) => expect(v).toBeCloseTo(apart[i] ?? 0, 6));
      }),
    );
  });

  it("continues from the past", () => {
    const weights = adstockWeights({ kind: "geometric", decay: 0.7 }, 4);
    const all = [5, 1, 4, 0, 2, 8, 3];
    const whole = applyAdstock(all, weights);
    expect(rounded(applyAdstock(all.slice(4), weights, all.slice(0, 4)))).toEqual(rounded(whole.subarray(4)));
  });

  it("approaches the recursion with enough lags", () => {
    const x = [3, 0, 2, 5, 1, 0, 0, 4];
    const long = applyAdstock(x, adstockWeights({ kind: "geometric", decay: 0.6 }, 40, false));
    expect(rounded(geometricRecursion(x, 0.6))).toEqual(rounded(long));
  });
});

describe("saturate", () => {
  const curves: readonly Saturation[] = [
    { kind: "hill", half: 2, slope: 0.7 },
    { kind: "hill", half: 2, slope: 1 },
    { kind: "hill", half: 2, slope: 2.5 },
    { kind: "logistic", rate: 0.8 },
    { kind: "michaelis-menten", half: 2 },
  ];

  it("reaches one half where it says", () => {
    for (const slope of [0.5, 1, 3]) expect(saturate({ kind: "hill", half: 7, slope }, 7)).toBeCloseTo(0.5, 12);
    expect(saturate({ kind: "logistic", rate: 1 }, Math.log(3))).toBeCloseTo(0.5, 12);
    expect(saturate({ kind: "hill", half: 1e-3, slope: 50 }, 1e3)).toBe(1);
    expect(saturate({ kind: "hill", half: 1e3, slope: 200 }, 1e-3)).toBe(0);
  });

  it("rises, stays below 1, and its slope is its derivative", () => {
    const x = fc.double({ min: 0.01, max: 50, noNaN: true });
    fc.assert(
      fc.property(x, fc.constantFrom(...curves), (at, curve) => {
        const value = saturate(curve, at);
        expect(value > 0 && value <= 1).toBe(true);
        const h = at * 1e-5;
        const numeric = (saturate(curve, at + h) - saturate(curve, at - h)) / (2 * h);
        expect(Math.abs(saturationSlope(curve, at) - numeric)).toBeLessThan(1e-6 + 1e-4 * Math.abs(numeric));
        if (isConcave(curve)) {
          expect(saturationSlope(curve, at * 1.5)).toBeLessThanOrEqual(saturationSlope(curve, at) + 1e-12);
        }
      }),
    );
  });
});
