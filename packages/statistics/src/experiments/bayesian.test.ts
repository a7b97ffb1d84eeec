import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { createRandom, drawBinomial, drawNormal } from "../foundation/index.ts";
import { type Arm, proportionArm } from "./arm.ts";
import { bayesianEffect } from "./bayesian-effect.ts";
import { chanceOfGreater, compareRatesBayesian } from "./beta-binomial.ts";

const arm = (n: number, mean: number, sd: number): Arm => ({
  kind: "mean",
  n,
  mean,
  variance: sd * sd,
  successes: null,
});
const rates = (n: number, successes: number): Arm => unwrap(proportionArm({ n, successes }));

describe("normal posterior of the effect", () => {
  it("combines prior and data by their precisions", () => {
    // By hand: effect 0.1, se = √(1/100 + 1.21/100)/1 … control mean 1 and sd 1, treatment 1.1 and sd 1, n = 100 each
    const result = unwrap(bayesianEffect(arm(100, 1, 1), arm(100, 1.1, 1), { prior: { mean: 0, sd: 0.3 } }));
    const squaredError = 1 / 100 + 1.21 / 100;
    const precision = 1 / squaredError + 1 / 0.09;
    expect(result.estimate).toBeCloseTo(0.1 / squaredError / precision, 12);
    expect(result.posteriorSd).toBeCloseTo(1 / Math.sqrt(precision), 12);
    // SciPy: norm.cdf(mean/sd), and E[max(−δ, 0)], E[max(δ, 0)] by quadrature differ by the mean
    expect(result.riskOfControl - result.riskOfTreatment).toBeCloseTo(result.estimate, 12);
    expect(result.chanceToWin).toBeGreaterThan(0.7);
  });

  it("a wide prior leaves the data alone, a narrow one wins", () => {
    const data = [arm(400, 10, 4), arm(400, 11, 4)] as const;
    expect(unwrap(bayesianEffect(...data, { prior: { mean: 0, sd: 1e6 } })).estimate).toBeCloseTo(0.1, 9);
    expect(unwrap(bayesianEffect(...data, { prior: { mean: 0, sd: 1e-6 } })).estimate).toBeCloseTo(0, 6);
    const absolute = unwrap(bayesianEffect(...data, { scale: "absolute" }));
    // the default prior of ±30 % of 10 stands for a standard deviation of 3
    expect(absolute.estimate).toBeCloseTo(1 / 0.08 / (1 / 0.08 + 1 / 9), 12);
  });

  it("turns round with the goal", () => {
    const data = [arm(400, 10, 4), arm(400, 11, 4)] as const;
    const up = unwrap(bayesianEffect(...data));
    const down = unwrap(bayesianEffect(...data, { goal: "decrease" }));
    expect(down.chanceToWin).toBeCloseTo(1 - up.chanceToWin, 12);
    expect(down.riskOfTreatment).toBeCloseTo(up.riskOfControl, 12);
  });

  it("is calibrated when effects come from the prior: credible intervals hold 95 %, chances to win come true", () => {
    const random = createRandom("calibration");
    let covered = 0;
    let promised = 0;
    let won = 0;
    for (let i = 0; i < 2000; i++) {
      const truth = drawNormal(random, 0, 0.3);
      const observed = drawNormal(random, 10 * (1 + truth), 4 / 20);
      const result = unwrap(bayesianEffect(arm(1e9, 10, 4), arm(400, observed, 4)));
      const [low, high] = result.interval ?? [1, 0];
      if (low <= truth && truth <= high) covered += 1;
      promised += result.chanceToWin;
      if (truth > 0) won += 1;
    }
    expect(Math.abs(covered / 2000 - 0.95)).toBeLessThan(0.02);
    expect(Math.abs(promised - won) / 2000).toBeLessThan(0.02);
  });

  it("refuses an improper prior", () => {
    const result = bayesianEffect(arm(10, 1, 1), arm(10, 1, 1), { prior: { mean: 0, sd: 0 } });
    expect(result.ok ? "ok" : result.error.definition.code).toBe("statistics/out-of-range");
  });
});

describe("beta posteriors of two rates", () => {
  it("agrees with quadrature in SciPy", () => {
    expect(chanceOfGreater({ a: 52, b: 50 }, { a: 50, b: 52 })).toBeCloseTo(0.6107705226878396, 10);
    expect(chanceOfGreater({ a: 4, b: 23 }, { a: 1, b: 21 })).toBeCloseTo(0.9161831076724696, 10);
    const result = unwrap(compareRatesBayesian(rates(100, 49), rates(100, 51)));
    expect(result.chanceToWin).toBeCloseTo(0.6107705226878396, 10);
    expect(result.riskOfTreatment).toBeCloseTo(0.01911646120208926, 8);
    expect(result.riskOfControl).toBeCloseTo(0.03872430433934417, 8);
  });

  it("agrees with the exact sum for whole parameters (E. Miller 2015)", () => {
    // P(B > A) = Σ_{i<αB} B(αA + i, βA + βB)/((βB + i)·B(1 + i, βB)·B(αA, βA)), by logs of factorials
    const logFactorial = (n: number): number =>
      Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0);
    const logBeta = (a: number, b: number): number =>
      logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
    const [aA, bA, aB, bB] = [31, 90, 45, 95];
    let total = 0;
    for (let i = 0; i < aB; i++) {
      total += Math.exp(logBeta(aA + i, bA + bB) - Math.log(bB + i) - logBeta(1 + i, bB) - logBeta(aA, bA));
    }
    expect(chanceOfGreater({ a: aB, b: bB }, { a: aA, b: bA })).toBeCloseTo(total, 11);
  });

  it("copes with no successes, a pole at zero and a million units", () => {
    const pole = unwrap(compareRatesBayesian(rates(20, 0), rates(20, 0), { prior: { a: 0.5, b: 0.5 } }));
    expect(pole.chanceToWin).toBeCloseTo(0.5, 8);
    const [a, b] = [rates(1_000_000, 100_000), rates(1_000_000, 100_500)];
    const large = unwrap(compareRatesBayesian(a, b));
    const normal = unwrap(bayesianEffect(a, b, { scale: "absolute", prior: { mean: 0, sd: 100 } }));
    expect(large.chanceToWin).toBeCloseTo(normal.chanceToWin, 5);
    expect(large.interval?.[0]).toBeCloseTo(normal.interval?.[0] ?? 0, 8);
  });

  it("credible intervals hold 95 % when rates come from the prior", () => {
    const random = createRandom("beta calibration");
    let covered = 0;
    for (let i = 0; i < 120; i++) {
      const [p, q] = [random.uniform(), random.uniform()];
      const [a, b] = [rates(30, drawBinomial(random, 30, p)), rates(40, drawBinomial(random, 40, q))];
      const [low, high] = unwrap(compareRatesBayesian(a, b)).interval ?? [1, 0];
      if (low <= q - p && q - p <= high) covered += 1;
    }
    expect(covered / 120).toBeGreaterThan(0.89);
  });

  it("refuses metrics that are no proportions", () => {
    expect(compareRatesBayesian(arm(10, 1, 1), arm(10, 1, 1)).ok).toBe(false);
  });
});
