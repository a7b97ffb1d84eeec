import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, hypergeometric2F1, logBeta, logGamma } from "../../foundation/index.ts";
import type { PurchaseHistory } from "../histories/purchase-histories.ts";
import { bgNbd, mbgNbd } from "./beta-geometric-models.ts";
import { betaRule, coinFlipPurchases } from "./beta-geometric-purchases.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { emptyParetoIntegral, paretoIntegral } from "./pareto-integral.ts";
import { paretoNbd } from "./pareto-nbd-model.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import { simulateCustomer } from "./simulate-customers.ts";

/** Fader, Hardie and Lee (2005), table 2: CDNOW. */
const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
/** Published Pareto/NBD estimates on the same data. */
const CDNOW_PARETO = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const CUSTOMER = { repeats: 2, recency: 30.43, age: 38.86 };
const MODELS: readonly PurchaseModel[] = [
  bgNbd(CDNOW),
  mbgNbd({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }),
  paretoNbd(CDNOW_PARETO),
];

/** Mean of a function over Gamma(r, α) × Beta(a, b): trapezoidal sums over ln λ and logit p. */
function averageOver(parameters: typeof CDNOW, f: (rate: number, leave: number) => number): number {
  const { r, alpha, a, b } = parameters;
  const step = 0.25;
  let total = 0;
  for (let u = -140; u < 6; u += step) {
    const gamma = Math.exp(r * u - Math.exp(u) - logGamma(r));
    for (let w = -50; w < 20; w += step) {
      const leave = 1 / (1 + Math.exp(-w));
      const beta = Math.exp(a * Math.log(leave) - b * Math.log1p(Math.exp(w)) - logBeta(a, b));
      total += gamma * beta * f(Math.exp(u) / alpha, leave) * step ** 2;
    }
  }
  return total;
}

describe("BG/NBD and MBG/NBD", () => {
  it("gives the published forecast for a CDNOW customer: 1.226 purchases in the next 39 weeks", () => {
    expect(bgNbd(CDNOW).expectedPurchases(CUSTOMER, 39)).toBeCloseTo(1.226, 3);
  });

  it.each([0, 1, 4])("has the likelihood of its own story, integrated numerically (x = %i)", (repeats) => {
    const history = { repeats, recency: repeats === 0 ? 0 : 20, age: 30 };
    const story = (coins: number) => (rate: number, leave: number) => {
      const { recency, age } = history;
      const stayed = (1 - leave) ** (repeats + coins) * rate ** repeats * Math.exp(-rate * age);
      const flips = repeats + coins;
      if (flips === 0) return stayed;
      return stayed + leave * (1 - leave) ** (flips - 1) * rate ** repeats * Math.exp(-rate * recency);
    };
    expect(bgNbd(CDNOW).logLikelihood(history)).toBeCloseTo(Math.log(averageOver(CDNOW, story(0))), 6);
    expect(mbgNbd(CDNOW).logLikelihood(history)).toBeCloseTo(Math.log(averageOver(CDNOW, story(1))), 6);
  });

  it("follows the closed form with ₂F₁ where that is stable", () => {
    const positive = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, fc.double({ min: 1.1, max: 8, noNaN: true }), (r, alpha, a, b) => {
        fc.pre(Math.abs(a - 1) > 0.05);
        const t = 7;
        const series = hypergeometric2F1(r, b, a + b - 1, t / (alpha + t));
        const closed = ((a + b - 1) / (a - 1)) * (1 - (alpha / (alpha + t)) ** r * series);
        expect(coinFlipPurchases(r, alpha, betaRule(a, b), t) / closed).toBeCloseTo(1, 7);
      }),
    );
  });

  it("is continuous across the poles of the closed form and where nobody leaves", () => {
    const at = (a: number, b: number) => bgNbd({ ...CDNOW, a, b }).newCustomerPurchases(39);
    expect(at(1, 2.4)).toBeCloseTo((at(0.9999, 2.4) + at(1.0001, 2.4)) / 2, 6);
    expect(at(0.4, 0.6)).toBeCloseTo((at(0.3999, 0.6) + at(0.4001, 0.6)) / 2, 6);
    expect(at(1e-3, 3000)).toBeCloseTo((0.243 / 4.414) * 39, 4);
  });
});

describe("Pareto/NBD", () => {
  const log2f1Form = (p: typeof CDNOW_PARETO, { repeats: x, recency, age }: PurchaseHistory): number => {
    const { r, alpha, s, beta } = p;
    const top = Math.max(alpha, beta);
    const b = alpha >= beta ? s + 1 : r + x;
    const term = (t: number) =>
      hypergeometric2F1(r + s + x, b, r + s + x + 1, Math.abs(alpha - beta) / (top + t)) / (top + t) ** (r + s + x);
    const front = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
    const alive = 1 / ((alpha + age) ** (r + x) * (beta + age) ** s);
    return front + Math.log(alive + (s / (r + s + x)) * (term(recency) - term(age)));
  };

  it("has the likelihood of Fader and Hardie's closed form", () => {
    for (const history of [CUSTOMER, { repeats: 0, recency: 0, age: 30 }, { repeats: 26, recency: 30.86, age: 31 }]) {
      for (const p of [CDNOW_PARETO, { r: 2, alpha: 20, s: 0.4, beta: 3 }]) {
        expect(paretoNbd(p).logLikelihood(history)).toBeCloseTo(log2f1Form(p, history), 9);
      }
    }
  });

  it("integrates steep and flat stretches alike", () => {
    // ∫₀^T (c+t)^−n dt has a closed form when both scales are equal.
    const logExact = (n: number, c: number, T: number) =>
      (1 - n) * Math.log(c) + Math.log(-Math.expm1((1 - n) * Math.log1p(T / c)) / (n - 1));
    for (const [p, q, c] of [
      [0.3, 1.2, 0.001],
      [80, 1.5, 2],
      [400, 30, 0.01],
      [0.5, 1.1, 5000],
    ] as const) {
      const { logValue } = paretoIntegral(p, q, c, c, 0, 30, emptyParetoIntegral());
      expect(logValue).toBeCloseTo(logExact(p + q, c, 30), 10);
    }
  });

  it("quadrature rules are exact for polynomials", () => {
    const { nodes, weights } = gaussLegendre(5);
    const ninth = nodes.reduce((sum, x, i) => sum + (weights[i] ?? 0) * x ** 9, 0);
    expect(ninth).toBeCloseTo(0.1, 14);
  });
});

describe.each(MODELS.map((model) => [model.kind, model] as const))("%s", (_, model) => {
  it("foretells simulated customers: mean purchases, aliveness, purchase chance, by history", () => {
    const random = createRandom(`simulate ${model.kind}`);
    const groups = new Map<
      string,
      { n: number; actual: number; expected: number; alive: number; pAlive: number; buys: number; pBuys: number }
    >();
    let newcomers = 0;
    const n = 30_000;
    for (let i = 0; i < n; i++) {
      const { history, alive, laterPurchases } = simulateCustomer(random, model, 30, 20);
      newcomers += history.repeats;
      const key = `${Math.min(3, history.repeats)}:${history.recency > 15}`;
      const group = groups.get(key) ?? { n: 0, actual: 0, expected: 0, alive: 0, pAlive: 0, buys: 0, pBuys: 0 };
      group.n += 1;
      group.actual += laterPurchases;
      group.expected += model.expectedPurchases(history, 20);
      group.alive += alive ? 1 : 0;
      group.pAlive += model.probabilityAlive(history);
      group.buys += laterPurchases > 0 ? 1 : 0;
      group.pBuys += model.probabilityOfPurchase(history, 20);
      groups.set(key, group);
    }
    expect(newcomers / n / model.newCustomerPurchases(30)).toBeCloseTo(1, 1);
    for (const g of groups.values()) {
      if (g.n < 500) continue;
      const slack = 4 * Math.sqrt(0.25 / g.n);
      expect(Math.abs(g.alive / g.n - g.pAlive / g.n)).toBeLessThan(slack);
      expect(Math.abs(g.buys / g.n - g.pBuys / g.n)).toBeLessThan(slack);
      expect(Math.abs(g.actual - g.expected)).toBeLessThan(5 * Math.sqrt(3 * g.expected + 10));
    }
  });

  it("keeps probabilities in [0, 1], forecasts growing with time, and churn sensible for one-time buyers", () => {
    const history = fc.record({
      repeats: fc.nat(60),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      age: fc.double({ min: 0.1, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(history, fc.double({ min: 0.1, max: 200, noNaN: true }), ({ repeats, share, age }, t) => {
        const h = { repeats, recency: repeats === 0 ? 0 : share * age, age };
        const values = [model.probabilityAlive(h), model.probabilityOfPurchase(h, t)];
        for (const value of values) expect(value >= 0 && value <= 1).toBe(true);
        expect(model.probabilityOfPurchase(h, t)).toBeLessThanOrEqual(model.expectedPurchases(h, t) + 1e-9);
        expect(model.expectedPurchases(h, 2 * t)).toBeGreaterThanOrEqual(model.expectedPurchases(h, t));
        const silent = { repeats: 0, recency: 0, age };
        expect(model.probabilityOfPurchase({ ...silent, age: 2 * age }, t)).toBeLessThan(
          model.probabilityOfPurchase(silent, t),
        );
      }),
    );
  });
});
