import { describe, expect, it } from "vitest";
import { correlation, median, medianAbsoluteDeviation, quantile, sum, variance } from "./descriptive.ts";
import { checkCounts, checkSeries, checkVaryingSeries } from "./input-checks.ts";

const codeOf = (r: { ok: boolean; error?: { definition: { code: string } } }): string =>
  r.ok ? "ok" : (r.error?.definition.code ?? "");

describe("descriptive measures", () => {
  it("keeps what a plain sum loses", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    // NIST StRD "NumAcc4": certified standard deviation exactly 0.1
    const numAcc4 = [10000000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 10000000.1 : 10000000.3))];
    expect(Math.sqrt(variance(numAcc4))).toBeCloseTo(0.1, 8);
  });

  it("quantiles follow Hyndman-Fan type 7", () => {
    // R: quantile(c(1, 2, 4, 8, 16), c(.1, .5, .9)) → 1.4, 4, 12.8
    expect([0.1, 0.5, 0.9].map((p) => quantile([16, 1, 8, 2, 4], p))).toEqual([1.4, 4, 12.8]);
    expect(median([3, 1])).toBe(2);
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
    expect(correlation([1, 2, 3], [2, 2, 2])).toBe(0);
  });
});

describe("named refusals of bad input", () => {
  it.each([
    [codeOf(checkSeries([])), "statistics/empty-input"],
    [codeOf(checkSeries([1], 2)), "statistics/too-few"],
    [codeOf(checkSeries([1, Number.NaN])), "statistics/not-finite"],
    [codeOf(checkSeries([Number.POSITIVE_INFINITY])), "statistics/not-finite"],
    [codeOf(checkVaryingSeries([2, 2, 2])), "statistics/constant-series"],
    [codeOf(checkCounts([1, -1])), "statistics/negative-count"],
    [codeOf(checkCounts([1, 0.5])), "statistics/not-whole"],
    [codeOf(checkCounts([0, 0])), "statistics/all-zero"],
    [codeOf(checkCounts([0, 3])), "ok"],
  ])("%s", (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
