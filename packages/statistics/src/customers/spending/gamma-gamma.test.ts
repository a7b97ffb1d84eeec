import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { createRandom, drawGamma, logGamma } from "../../foundation/index.ts";
import { fitGammaGamma, gammaGamma } from "./gamma-gamma.ts";

/** Fader and Hardie (2013), CDNOW. */
const CDNOW = { p: 6.25, q: 3.74, nu: 15.44 };

function simulateSpend(n: number) {
  const random = createRandom(21);
  const repeats = Array.from({ length: n }, () => 1 + Math.floor(random.uniform() * 6));
  const means = repeats.map((x) => {
    const rate = drawGamma(random, CDNOW.q, 1 / CDNOW.nu);
    return drawGamma(random, CDNOW.p * x, 1 / (rate * x));
  });
  return { repeats, means };
}

describe("gammaGamma", () => {
  it("has the published mean spend and draws the own mean towards it", () => {
    const model = gammaGamma(CDNOW);
    expect(model.expectedValue(0, 0)).toBeCloseTo((6.25 * 15.44) / 2.74, 10);
    const weight = (3.74 - 1) / (6.25 * 2 + 3.74 - 1);
    expect(model.expectedValue(2, 22.35)).toBeCloseTo(weight * 35.2189781 + (1 - weight) * 22.35, 5);
  });

  it("recovers the parameters of simulated spend, in any currency unit", () => {
    const { repeats, means } = simulateSpend(5000);
    const fitted = unwrap(fitGammaGamma(repeats, means));
    const [low, high] = fitted.fit.interval ?? [CDNOW, CDNOW];
    for (const name of ["p", "q", "nu"] as const) {
      const [from, to] = [Math.log(low[name]), Math.log(high[name])];
      expect(Math.abs(Math.log(CDNOW[name]) - (from + to) / 2)).toBeLessThan((3 / 3.92) * (to - from));
    }
    const inCents = unwrap(
      fitGammaGamma(
        repeats,
        means.map((m) => m * 100),
      ),
    ).parameters;
    expect(inCents.p).toBeCloseTo(fitted.parameters.p, 4);
    expect(inCents.nu / fitted.parameters.nu).toBeCloseTo(100, 2);
  });

  it("reports the likelihood of its own formula", () => {
    const { repeats, means } = simulateSpend(300);
    const fitted = unwrap(fitGammaGamma(repeats, means));
    const { p, q, nu } = fitted.parameters;
    const total = repeats.reduce((sum, x, i) => {
      const m = means[i] ?? 1;
      const front = logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(nu);
      return sum + front + (p * x - 1) * Math.log(m) + p * x * Math.log(x) - (p * x + q) * Math.log(nu + x * m);
    }, 0);
    expect(fitted.totalLogLikelihood).toBeCloseTo(total, 6);
  });

  it("warns when spend follows frequency", () => {
    const repeats = Array.from({ length: 100 }, (_, i) => 1 + (i % 10));
    const fitted = unwrap(
      fitGammaGamma(
        repeats,
        repeats.map((x, i) => 10 * x + (i % 7)),
      ),
    );
    expect(fitted.fit.warnings.map((w) => w.code)).toContain("customers/spend-follows-frequency");
  });

  it.each([
    ["no customers", [], [], "statistics/empty-input"],
    ["one customer", [2], [30], "statistics/too-few"],
    ["no repeats", [0, 0], [0, 0], "statistics/all-zero"],
    ["different lengths", [1, 2], [30], "statistics/length-mismatch"],
    ["NaN", [1, 2], [30, Number.NaN], "statistics/not-finite"],
    ["negative counts", [1, -2], [30, 20], "statistics/negative-count"],
    [
      "one price",
      Array.from({ length: 30 }, () => 2),
      Array.from({ length: 30 }, () => 50),
      "statistics/constant-series",
    ],
  ])("refuses %s", (_, repeats, values, code) => {
    const result = fitGammaGamma(repeats, values);
    expect(!result.ok && result.error.definition.code).toBe(code);
  });
});
