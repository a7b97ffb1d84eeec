import { describe, expect, it } from "vitest";
import { fitTheta, lineSlope, thetaPoints } from "./theta.ts";

describe("fitTheta", () => {
  it("equals the average of the two theta lines worked out by hand", () => {
    const y = [10, 12, 11, 14, 15, 14, 17];
    const alpha = 0.4;
    // Line through the series: slope Σ(t−3)(y−ȳ)/28.
    const average = y.reduce((sum, v) => sum + v, 0) / 7;
    const slope = y.reduce((sum, v, t) => sum + (t - 3) * (v - average), 0) / 28;
    const line = (t: number): number => average + slope * (t - 3);
    // θ = 2: doubled distance from the line, smoothed simply; θ = 0: the line itself.
    const doubled = y.map((v, t) => 2 * v - line(t));
    let level = doubled[0] ?? 0;
    for (const v of doubled.slice(1)) level += alpha * (v - level);
    const expected = [1, 2, 3, 4].map((h) => (line(6 + h) + level) / 2);
    const points = thetaPoints(fitTheta(Float64Array.from(y), 1, alpha), 4);
    points.forEach((point, k) => expect(point).toBeCloseTo(expected[k] ?? 0, 10));
  });

  it("removes and restores a significant season", () => {
    const week = [0.6, 0.8, 1, 1, 1.1, 1.4, 1.1];
    const y = Float64Array.from({ length: 70 }, (_, t) => (100 + t) * (week[t % 7] ?? 1));
    const fit = fitTheta(y, 7);
    expect(fit.indices).not.toBeNull();
    fit.indices?.forEach((index, phase) => expect(index).toBeCloseTo(week[phase] ?? 0, 1));
    thetaPoints(fit, 14).forEach((point, step) => {
      const truth = (170 + step) * (week[step % 7] ?? 1);
      expect(Math.abs(point / truth - 1)).toBeLessThan(0.06);
    });
  });

  it("knows the slope of a line", () => {
    expect(lineSlope([3, 5, 7, 9])).toBeCloseTo(2, 12);
    expect(lineSlope([4])).toBe(0);
  });
});
