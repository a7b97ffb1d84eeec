import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../foundation/distributions/normal.ts";
import { drawNormal } from "../foundation/random/draws.ts";
import { createRandom } from "../foundation/random/generator.ts";
import { etsPoints, etsSpreads, fitEts, selectEts } from "./ets-fit.ts";
import { etsFamily, etsName, runEts } from "./ets-model.ts";

/** Saudi oil production 1996–2013 and Australian air passengers 1990–2016: Hyndman and Athanasopoulos, FPP2, 7.1 and 7.2. */
const OIL = Float64Array.from([
  445.36, 453.2, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89, 509.87, 456.72, 473.82,
  525.95, 549.83, 542.34,
]);
const AIR = Float64Array.from([
  17.55, 21.86, 23.89, 26.93, 26.89, 28.83, 30.08, 30.95, 30.19, 31.58, 32.58, 33.48, 39.02, 41.39, 41.6, 44.66, 46.95,
  48.73, 51.49, 50.03, 60.64, 63.36, 66.36, 68.2, 68.12, 69.78, 72.6,
]);

const within = (value: number | undefined, target: number, tolerance: number): void =>
  expect(Math.abs((value ?? Number.NaN) - target)).toBeLessThan(tolerance);

describe("fitEts", () => {
  it("finds the published simple smoothing of oil production with its intervals", () => {
    const fit = fitEts({ error: "A", trend: "N", season: "N" }, OIL, 1);
    within(fit.parameters.alpha, 0.8339, 0.001);
    within(fit.start.level, 446.5868, 0.1);
    const points = etsPoints(fit, OIL.length, 5);
    const spreads = etsSpreads(fit, points);
    within(points[0], 542.6806, 0.01);
    within(points[4], 542.6806, 0.01);
    const z = normalQuantile(0.975);
    within((points[0] ?? 0) - z * (spreads[0] ?? 0), 484.2183, 0.05);
    within((points[0] ?? 0) + z * (spreads[0] ?? 0), 601.1429, 0.05);
    within((points[4] ?? 0) + z * (spreads[4] ?? 0), 656.3667, 0.05);
  });

  it("finds the published Holt forecast of air passengers", () => {
    const fit = fitEts({ error: "A", trend: "A", season: "N" }, AIR, 1);
    within(fit.parameters.alpha, 0.8321, 0.02);
    within(fit.start.trend, 2.1017, 0.02);
    const published = [74.6, 76.7, 78.8, 80.91, 83.01];
    etsPoints(fit, AIR.length, 5).forEach((point, step) => within(point, published[step] ?? 0, 0.05));
  });

  it("runs the seasonal recursion as computed by hand", () => {
    // ℓ0 = 10, s = (1, −1), α = .5, γ = .2: ŷ1 = 11, e = 1 → ℓ = 10.5, s1 = 1.2; ŷ2 = 9.5, e = −.5 → ℓ = 10.25, s2 = −1.1.
    const start = { level: 10, trend: 0, season: Float64Array.from([1, -1]) };
    const parameters = { alpha: 0.5, beta: 0, gamma: 0.2, phi: 0 };
    const run = runEts({ error: "A", trend: "N", season: "A" }, parameters, start, Float64Array.from([12, 9]));
    within(run.level, 10.25, 1e-12);
    within(run.season[0], 1.2, 1e-12);
    within(run.season[1], -1.1, 1e-12);
    within(run.squares, 1.25, 1e-12);
  });
});

describe("selectEts", () => {
  it("tries 6 additive and 9 multiplicative members on positive seasonal data", () => {
    expect(etsFamily(true, true).map(etsName)).toHaveLength(15);
    expect(etsFamily(false, false).map(etsName)).toEqual(["ETS(A,N,N)", "ETS(A,A,N)", "ETS(A,Ad,N)"]);
  });

  it("recognises season and trend, and their absence", () => {
    const random = createRandom(5);
    const week = [0.7, 0.8, 0.9, 1, 1.1, 1.4, 1.1];
    const sales = Float64Array.from({ length: 140 }, (_, t) => {
      return (500 + 6 * t) * (week[t % 7] ?? 1) * Math.exp(drawNormal(random, 0, 0.03));
    });
    const seasonal = selectEts(sales, 7).spec;
    expect(seasonal.season).toBe("M");
    expect(seasonal.trend).not.toBe("N");
    const noise = Float64Array.from({ length: 140 }, () => drawNormal(random, 100, 5));
    expect(selectEts(noise, 7).spec).toMatchObject({ season: "N", trend: "N" });
  });

  it("forecasts are finite and scale with the unit", () => {
    const series = fc.array(fc.double({ min: 0.5, max: 1000, noNaN: true }), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(series, (values) => {
        const y = Float64Array.from(values);
        const fit = fitEts({ error: "A", trend: "Ad", season: "N" }, y, 1);
        const scaled = fitEts(
          { error: "A", trend: "Ad", season: "N" },
          y.map((v) => v * 1024),
          1,
        );
        const points = etsPoints(fit, y.length, 3);
        expect(points.every(Number.isFinite)).toBe(true);
        etsPoints(scaled, y.length, 3).forEach((point, k) => within(point / 1024, points[k] ?? 0, 1e-3 * 1000));
      }),
      { numRuns: 20 },
    );
  });
});
