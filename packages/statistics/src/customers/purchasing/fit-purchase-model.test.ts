import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/index.ts";
import { historiesOf, type PurchaseHistories, type PurchaseHistory } from "../histories/purchase-histories.ts";
import { bgNbd, mbgNbd } from "./beta-geometric-models.ts";
import { fitBgBb } from "./bg-bb.ts";
import { comparePurchaseModels, fitPurchaseModel } from "./fit-purchase-model.ts";
import { paretoNbd } from "./pareto-nbd-model.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import { simulateCustomer } from "./simulate-customers.ts";

function simulated(model: PurchaseModel, n: number, seed: number): PurchaseHistories {
  const random = createRandom(seed);
  return historiesOf(
    Array.from({ length: n }, () => simulateCustomer(random, model, 20 + Math.floor(random.uniform() * 20), 0).history),
  );
}

const codeOf = (rows: readonly PurchaseHistory[]): string => {
  const result = fitPurchaseModel("bg-nbd", historiesOf(rows));
  return result.ok ? "ok" : result.error.definition.code;
};
const row = (repeats: number, recency: number, age: number): PurchaseHistory => ({ repeats, recency, age });
const times = (n: number, history: PurchaseHistory): PurchaseHistory[] => Array.from({ length: n }, () => history);

describe("fitPurchaseModel", () => {
  it.each([
    ["bg-nbd", bgNbd({ r: 0.6, alpha: 5, a: 0.8, b: 2.5 })],
    ["mbg-nbd", mbgNbd({ r: 0.6, alpha: 5, a: 0.8, b: 2.5 })],
    ["pareto-nbd", paretoNbd({ r: 0.6, alpha: 8, s: 0.6, beta: 10 })],
  ] as const)("%s recovers the parameters of simulated customers within its interval", (kind, truth) => {
    const fitted = unwrap(fitPurchaseModel(kind, simulated(truth, 4000, 11)));
    const [low, high] = fitted.fit.interval ?? [{}, {}];
    for (const name of fitted.parameterNames) {
      const value = truth.parameters[name] ?? Number.NaN;
      // 95 % intervals of four parameters: three standard errors leave room for chance.
      const [from, to] = [Math.log(low[name] ?? Number.NaN), Math.log(high[name] ?? Number.NaN)];
      expect(Math.abs(Math.log(value) - (from + to) / 2)).toBeLessThan((3 / 3.92) * (to - from));
    }
    expect(fitted.fit.warnings).toEqual([]);
  });

  it("finds the maximum: no parameter can be moved to a higher likelihood", () => {
    const data = simulated(bgNbd({ r: 0.6, alpha: 5, a: 0.8, b: 2.5 }), 1000, 3);
    for (const model of unwrap(comparePurchaseModels(data))) {
      const total = (p: PurchaseModel) =>
        data.repeats.reduce(
          (sum, repeats, i) => sum + p.logLikelihood({ repeats, recency: data.recency[i] ?? 0, age: data.age[i] ?? 0 }),
          0,
        );
      expect(total(model)).toBeCloseTo(model.totalLogLikelihood, 5);
      for (const name of model.parameterNames) {
        for (const factor of [0.98, 1.02]) {
          const moved = { ...model.parameters, [name]: (model.parameters[name] ?? 1) * factor };
          const { r = 1, alpha = 1, a = 1, b = 1, s = 1, beta = 1 } = moved;
          const other =
            model.kind === "pareto-nbd"
              ? paretoNbd({ r, alpha, s, beta })
              : (model.kind === "bg-nbd" ? bgNbd : mbgNbd)({ r, alpha, a, b });
          expect(total(other)).toBeLessThan(model.totalLogLikelihood);
        }
      }
    }
  });

  it("scales with the time unit and ignores the order of customers", () => {
    const data = simulated(bgNbd({ r: 0.6, alpha: 5, a: 0.8, b: 2.5 }), 800, 5);
    const weeks = unwrap(fitPurchaseModel("bg-nbd", data)).parameters;
    const days = { ...data, recency: data.recency.map((t) => t * 7), age: data.age.map((t) => t * 7) };
    const inDays = unwrap(fitPurchaseModel("bg-nbd", days)).parameters;
    expect((inDays["alpha"] ?? 0) / (weeks["alpha"] ?? 1)).toBeCloseTo(7, 2);
    expect(inDays["r"]).toBeCloseTo(weeks["r"] ?? 0, 4);
  });

  it("says when a parameter runs away instead of inventing one", () => {
    // Steady buyers, all active to the last day: nothing tells how fast they leave.
    const steady = Array.from({ length: 60 }, (_, i) => row(8 + (i % 5), 29.9, 30));
    for (const kind of ["bg-nbd", "mbg-nbd", "pareto-nbd"] as const) {
      const fitted = unwrap(fitPurchaseModel(kind, historiesOf(steady)));
      expect(fitted.fit.warnings.map((w) => w.code)).toContain("customers/parameter-at-edge");
      const forecast = fitted.expectedPurchases(row(10, 29.9, 30), 30);
      expect(forecast).toBeGreaterThan(8);
      expect(forecast).toBeLessThan(12);
    }
  });

  it.each([
    ["nobody", [], "statistics/empty-input"],
    ["one customer", [row(3, 10, 20)], "statistics/too-few"],
    ["no repeats", times(50, row(0, 0, 20)), "statistics/all-zero"],
    ["NaN", [...times(20, row(1, 5, 20)), row(1, Number.NaN, 20)], "statistics/not-finite"],
    ["negative repeats", [...times(20, row(1, 5, 20)), row(-1, 0, 20)], "statistics/negative-count"],
    ["half a purchase", [...times(20, row(1, 5, 20)), row(1.5, 5, 20)], "statistics/not-whole"],
    ["recency after the end", [...times(20, row(1, 5, 20)), row(1, 25, 20)], "statistics/out-of-range"],
    ["recency without repeat", [...times(20, row(1, 5, 20)), row(0, 5, 20)], "statistics/out-of-range"],
    ["age zero", times(20, row(1, 0, 0)), "statistics/constant-series"],
  ])("refuses %s", (_, rows, code) => {
    expect(codeOf(rows)).toBe(code);
  });
});

describe("fitBgBb", () => {
  it("reproduces the published estimates on the donors of Fader, Hardie and Shang (2010)", () => {
    const path = resolve(import.meta.dirname, "../../../../../../shared/data/clv/bgbb_donations.csv");
    const cells = readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number));
    const column = (i: number) => Float64Array.from(cells, (line) => line[i] ?? 0);
    const fitted = unwrap(fitBgBb({ repeats: column(0), recency: column(1), age: column(2), weights: column(3) }));
    const { alpha, beta, gamma, delta } = fitted.fit.estimate;
    expect([alpha, beta, gamma, delta].map((v) => Number(v.toFixed(3)))).toEqual([1.204, 0.75, 0.657, 2.783]);
    expect(fitted.totalLogLikelihood).toBeCloseTo(-33225.6, 1);
    expect(fitted.fit.n).toBe(11104);
  });

  it("refuses fractions of opportunities", () => {
    const refused = fitBgBb(historiesOf(times(20, row(1, 1.5, 6))));
    expect(!refused.ok && refused.error.definition.code).toBe("statistics/not-whole");
  });
});
