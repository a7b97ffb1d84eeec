import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/index.ts";
import { historyAt } from "../histories/purchase-histories.ts";
import { summariseTransactions, type Transaction } from "../histories/summarise-transactions.ts";
import { bgNbd } from "../purchasing/beta-geometric-models.ts";
import { fitPurchaseModel } from "../purchasing/fit-purchase-model.ts";
import { fitGammaGamma } from "../spending/gamma-gamma.ts";
import { calibratePurchaseModel } from "./calibrate.ts";
import { discountedPurchases, lifetimeValue, MONTHLY_VALUE } from "./lifetime-value.ts";
import { areaUnderCurve, brierScore } from "./ranking-quality.ts";
import { classOf, scoreRfm } from "./rfm.ts";
import { customerBaseValue, scoreCustomers, valueCustomers } from "./score-customers.ts";

const EXAMPLE: Transaction[] = readFileSync(
  resolve(import.meta.dirname, "../../../../../../shared/data/clv/example_transactions.csv"),
  "utf8",
)
  .trim()
  .split("\n")
  .slice(1)
  .map((line, i) => {
    const [date = "", customerId = ""] = line.split(",");
    const own = Number(customerId) % 17;
    return {
      customerId,
      day: Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000,
      valueMinor: 1000 + 150 * own + ((i * 37) % 400),
    };
  });
const END = Math.max(...EXAMPLE.map((transaction) => transaction.day));
const SUMMARIES = unwrap(summariseTransactions(EXAMPLE, { endDay: END }));

describe("summariseTransactions", () => {
  it("counts days, nets refunds and measures from the first purchase", () => {
    const rows = [
      { customerId: "a", day: 0, valueMinor: 500 },
      { customerId: "a", day: 7, valueMinor: 300 },
      { customerId: "a", day: 7, valueMinor: 200 },
      { customerId: "a", day: 21, valueMinor: 900 },
      { customerId: "a", day: 28, valueMinor: 100 },
      { customerId: "a", day: 28, valueMinor: -100 },
      { customerId: "b", day: 14, valueMinor: 400 },
      { customerId: "b", day: 99, valueMinor: 400 },
      { customerId: "c", day: 3, valueMinor: -50 },
    ];
    const summary = unwrap(summariseTransactions(rows, { endDay: 35 }));
    expect(summary.customerIds).toEqual(["a", "b"]);
    expect(historyAt(summary, 0)).toEqual({ repeats: 2, recency: 3, age: 5 });
    expect(historyAt(summary, 1)).toEqual({ repeats: 0, recency: 0, age: 3 });
    expect([...summary.meanValueMinor]).toEqual([700, 0]);
    expect(summary.warnings[0]).toMatchObject({
      code: "customers/refunded-days",
      params: { days: 2, customersLeftOut: 1 },
    });
  });

  it("refuses nothing, NaN and only refunds", () => {
    const code = (rows: Transaction[]) => {
      const result = summariseTransactions(rows, { endDay: 10 });
      return result.ok ? "ok" : result.error.definition.code;
    };
    expect(code([])).toBe("statistics/empty-input");
    expect(code([{ customerId: "a", day: Number.NaN }])).toBe("statistics/not-finite");
    expect(code([{ customerId: "a", day: 1, valueMinor: -5 }])).toBe("statistics/all-zero");
  });
});

describe("lifetime value", () => {
  const model = bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
  const history = { repeats: 2, recency: 30.43, age: 38.86 };

  it("is the discounted sum of the forecasts' steps", () => {
    const options = { periods: 3, periodLength: 4, discountPerPeriod: 0.1, margin: 0.25 };
    const e = (t: number) => model.expectedPurchases(history, t);
    const byHand = e(4) / 1.1 + (e(8) - e(4)) / 1.21 + (e(12) - e(8)) / 1.331;
    expect(discountedPurchases(model, history, options)).toBeCloseTo(byHand, 12);
    expect(lifetimeValue(model, history, 4000, options)).toBeCloseTo(byHand * 1000, 9);
  });

  it("without discount equals the forecast of the whole time", () => {
    const options = { periods: 12, periodLength: 2, discountPerPeriod: 0, margin: 1 };
    expect(discountedPurchases(model, history, options)).toBeCloseTo(model.expectedPurchases(history, 24), 12);
  });

  it("values a customer base with an interval, and refuses impossible options", () => {
    const purchasing = unwrap(fitPurchaseModel("bg-nbd", SUMMARIES));
    const spending = unwrap(fitGammaGamma(SUMMARIES.repeats, SUMMARIES.meanValueMinor));
    const total = unwrap(customerBaseValue(purchasing, spending, SUMMARIES, SUMMARIES.meanValueMinor, MONTHLY_VALUE));
    const each = unwrap(valueCustomers(purchasing, spending, SUMMARIES, SUMMARIES.meanValueMinor, MONTHLY_VALUE));
    expect(total.estimate).toBeCloseTo(
      each.reduce((a, b) => a + b, 0),
      3,
    );
    const [low = 0, high = 0] = total.interval ?? [];
    expect(low).toBeLessThan(total.estimate);
    expect(high).toBeGreaterThan(total.estimate);
    const bad = valueCustomers(purchasing, spending, SUMMARIES, SUMMARIES.meanValueMinor, {
      ...MONTHLY_VALUE,
      periods: 0,
    });
    expect(!bad.ok && bad.error.definition.code).toBe("statistics/out-of-range");
  });
});

describe("calibratePurchaseModel", () => {
  const options = { kind: "mbg-nbd", splitDay: END - 140, endDay: END, random: createRandom(1) } as const;
  const card = unwrap(calibratePurchaseModel(EXAMPLE, options));

  it("foretells the hold-out and ranks customers better than chance and than going on as before", () => {
    const [low = 1, high = -1] = card.relativeError.interval ?? [];
    expect(low).toBeLessThan(0.05);
    expect(high).toBeGreaterThan(-0.05);
    expect(card.meanAbsoluteError).toBeLessThan(card.naiveMeanAbsoluteError);
    expect(card.buyAgainAuc ?? 0).toBeGreaterThan(0.8);
    expect(card.brier).toBeLessThan(card.baseBrier);
  });

  it("accounts for every customer and purchase in each table", () => {
    for (const rows of [card.byRepeats, card.byDecile]) {
      expect(rows.reduce((sum, row) => sum + row.customers, 0)).toBe(card.relativeError.n);
      expect(rows.reduce((sum, row) => sum + row.customers * row.actualMean, 0)).toBeCloseTo(card.actualTotal, 6);
      expect(rows.reduce((sum, row) => sum + row.customers * row.predictedMean, 0)).toBeCloseTo(card.predictedTotal, 6);
    }
  });

  it("refuses a hold-out without length or without purchases", () => {
    const code = (splitDay: number, endDay: number) => {
      const result = calibratePurchaseModel(EXAMPLE, { ...options, splitDay, endDay });
      return result.ok ? "ok" : result.error.definition.code;
    };
    expect(code(END, END)).toBe("statistics/out-of-range");
    expect(code(END, END + 30)).toBe("statistics/all-zero");
  });
});

describe("scoreCustomers", () => {
  it("ranks one-time buyers by their silence, which 1 − P(alive) of the BG/NBD does not", () => {
    const model = bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
    const age = Float64Array.from([5, 20, 60]);
    const none = new Float64Array(3);
    const { alive, churn } = unwrap(scoreCustomers(model, { repeats: none, recency: none, age }, 13));
    expect([...alive]).toEqual([1, 1, 1]);
    expect([...churn]).toEqual([...churn].toSorted((a, b) => a - b));
    expect(churn[2] ?? 0).toBeGreaterThan((churn[0] ?? 1) + 0.1);
  });
});

describe("ranking quality", () => {
  it("equals the share of concordant pairs", () => {
    const item = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(item, { maxLength: 25 }), (items) => {
        const positive = items.filter(([, hit]) => hit);
        const negative = items.filter(([, hit]) => !hit);
        const scores = items.map(([score]) => score);
        const found = areaUnderCurve(
          scores,
          items.map(([, hit]) => hit),
        );
        if (positive.length === 0 || negative.length === 0) {
          expect(found).toBeNull();
          return;
        }
        let wins = 0;
        for (const [p] of positive) for (const [n] of negative) wins += p > n ? 1 : p === n ? 0.5 : 0;
        expect(found).toBeCloseTo(wins / (positive.length * negative.length), 12);
      }),
    );
    expect(brierScore([0.5, 1], [false, true])).toBe(0.125);
  });
});

describe("scoreRfm", () => {
  const customer = (customerId: string, recencyDays: number, orders: number, spendMinor: number) => ({
    customerId,
    recencyDays,
    orders,
    spendMinor,
  });

  it("scores by rank, best is the latest, most frequent and richest", () => {
    const rows = Array.from({ length: 10 }, (_, i) => customer(String(i), i * 10, 10 - i, 1000 - i));
    const scores = unwrap(scoreRfm(rows));
    expect(scores.map((s) => s.recency)).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
    expect(scores[0]?.class).toBe("important-value");
    expect(scores[9]?.class).toBe("general-win-back");
  });

  it("gives equal values equal scores whatever the order", () => {
    const rows = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, (values) => {
        const inputs = values.map(([r, f, m], i) => customer(String(i), r, f, m));
        const forward = unwrap(scoreRfm(inputs));
        const backward = unwrap(scoreRfm(inputs.toReversed())).toReversed();
        expect(forward).toEqual(backward);
        forward.forEach((a, i) =>
          forward.forEach((b, j) => {
            if (values[i]?.[1] === values[j]?.[1]) expect(a.frequency).toBe(b.frequency);
          }),
        );
      }),
    );
  });

  it("names the eight classes and refuses bad input", () => {
    expect(classOf(false, true, true)).toBe("important-keep");
    expect(classOf(true, false, true)).toBe("important-develop");
    expect(classOf(false, false, true)).toBe("important-win-back");
    expect(classOf(true, true, false)).toBe("general-value");
    const code = (rows: ReturnType<typeof customer>[], bins = 5) => {
      const result = scoreRfm(rows, bins);
      return result.ok ? "ok" : result.error.definition.code;
    };
    expect(code([])).toBe("statistics/empty-input");
    expect(code([customer("a", Number.NaN, 1, 1)])).toBe("statistics/not-finite");
    expect(code([customer("a", -1, 1, 1)])).toBe("statistics/negative-count");
    expect(code([customer("a", 1, 1, 1)], 1)).toBe("statistics/out-of-range");
    expect(code([customer("a", 1, 1, 1)])).toBe("ok");
  });
});
