import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateBudget } from "./allocate-budget.ts";
import type { BudgetChannel } from "./allocation-problem.ts";
import { type ResponseCurve, saturationCurve, tabulatedCurve } from "./response-curve.ts";

const hill = (top: number, half: number, slope = 1): ResponseCurve =>
  saturationCurve(top, { kind: "hill", half, slope });
const channel = (id: string, curve: ResponseCurve, more: Partial<BudgetChannel> = {}): BudgetChannel => ({
  id,
  curve,
  minimumMinor: 0,
  maximumMinor: 1_000_000,
  ...more,
});
const spendsOf = (channels: readonly BudgetChannel[], budgetMinor: number) =>
  unwrap(allocateBudget({ budgetMinor, channels })).spends.map((spend) => spend.spendMinor);

describe("allocateBudget on concave curves", () => {
  it("has the closed form of Michaelis-Menten curves: spend + half in proportion to √(top·half)", () => {
    const given = [
      [500, 20_000],
      [900, 50_000],
      [200, 5_000],
    ] as const;
    const budget = 100_000;
    const roots = given.map(([top, half]) => Math.sqrt(top * half));
    const rootSum = roots.reduce((a, b) => a + b, 0);
    const halfSum = given.reduce((sum, [, half]) => sum + half, 0);
    const expected = given.map(([, half], i) => ((budget + halfSum) * (roots[i] ?? 0)) / rootSum - half);
    const channels = given.map(([top, half], i) => channel(`c${i}`, hill(top, half)));
    const result = unwrap(allocateBudget({ budgetMinor: budget, channels }));
    result.spends.forEach((spend, i) => expect(Math.abs(spend.spendMinor - (expected[i] ?? 0))).toBeLessThanOrEqual(1));
    expect(result.method).toBe("equal-marginal-returns");
    expect(result.gap).toBe(0);
  });

  it("fills linear curves in order of their slope", () => {
    const line = (slope: number) => unwrap(tabulatedCurve([0, 1000], [0, 1000 * slope]));
    const channels = [channel("a", line(1)), channel("b", line(3)), channel("c", line(2))].map((c) => ({
      ...c,
      maximumMinor: 600,
    }));
    expect(spendsOf(channels, 900)).toEqual([0, 600, 300]);
  });

  it("spends the whole budget on curves that no longer rise", () => {
    const flat = unwrap(tabulatedCurve([0, 10], [0, 5]));
    const result = unwrap(allocateBudget({ budgetMinor: 5000, channels: [channel("a", flat), channel("b", flat)] }));
    expect(result.spends[0]?.spendMinor).toBeGreaterThanOrEqual(10);
    expect(result.spends.reduce((sum, spend) => sum + spend.spendMinor, 0)).toBe(5000);
    expect(result.totalResponse).toBe(10);
  });
});

describe("allocateBudget on S-shaped curves", () => {
  it("concentrates where dividing would leave every channel below its threshold", () => {
    // Greedy by marginal response from 0 never starts; half of the budget each gives 2·100·(5³/(5³+8³)) = 39.
    const channels = ["a", "b"].map((id) => channel(id, hill(100, 8_000, 3)));
    const result = unwrap(allocateBudget({ budgetMinor: 10_000, channels }));
    expect(result.spends.map((spend) => spend.spendMinor).toSorted((a, b) => a - b)).toEqual([0, 10_000]);
    expect(result.totalResponse).toBeCloseTo((100 * 10 ** 3) / (10 ** 3 + 8 ** 3), 6);
    expect(result.gap).toBeLessThan(1e-3);
  });

  it("comes within its stated gap of a fine grid search over three channels", () => {
    const curves = [hill(300, 30_000, 2.5), hill(200, 12_000, 1.8), hill(250, 40_000, 0.8)];
    const budget = 60_000;
    let best = 0;
    for (let a = 0; a <= budget; a += 200) {
      for (let b = 0; a + b <= budget; b += 200) {
        const total = [a, b, budget - a - b].reduce((sum, x, i) => sum + (curves[i]?.response(x) ?? 0), 0);
        best = Math.max(best, total);
      }
    }
    const result = unwrap(allocateBudget({ budgetMinor: budget, channels: curves.map((c, i) => channel(`c${i}`, c)) }));
    expect(result.totalResponse).toBeGreaterThan(best * (1 - 1e-6));
    expect(result.bound).toBeGreaterThanOrEqual(result.totalResponse);
    expect(result.bound).toBeGreaterThanOrEqual(best * (1 - 1e-9));
    expect(result.gap).toBeLessThan(2e-4);
  });
});

/** Exact best over all whole allocations, by dynamic programming; spends that `allowed` rejects are left out. */
function bruteForce(
  curves: readonly number[][],
  allowed: (c: number, x: number) => boolean,
  budget: number,
): number | null {
  let best = Array.from({ length: budget + 1 }, (_, b) => (b === 0 ? 0 : Number.NEGATIVE_INFINITY));
  curves.forEach((curve, c) => {
    best = best.map((_, b) => {
      let top = Number.NEGATIVE_INFINITY;
      for (let x = 0; x <= b; x++) if (allowed(c, x)) top = Math.max(top, (best[b - x] ?? 0) + (curve[x] ?? 0));
      return top;
    });
  });
  const top = Math.max(...best);
  return top === Number.NEGATIVE_INFINITY ? null : top;
}

describe("allocateBudget against exact search", () => {
  const BUDGET = 24;
  const rise = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: BUDGET, maxLength: BUDGET });
  const limits = fc.record({
    step: fc.integer({ min: 1, max: 5 }),
    buy: fc.integer({ min: 0, max: 9 }),
    high: fc.integer({ min: 6, max: BUDGET }),
  });

  it("is optimal for any rising curves with steps, minimum buys and limits", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rise, limits), { minLength: 2, maxLength: 4 }), (given) => {
        const curves = given.map(([steps]) =>
          steps.reduce<number[]>((sums, s) => [...sums, (sums.at(-1) ?? 0) + s], [0]),
        );
        const channels = curves.map((curve, i) => {
          const own = given[i]?.[1] ?? { step: 1, buy: 0, high: BUDGET };
          const table = unwrap(
            tabulatedCurve(
              curve.map((_, x) => x),
              curve,
            ),
          );
          return channel(`c${i}`, table, { maximumMinor: own.high, minimumBuyMinor: own.buy, stepMinor: own.step });
        });
        const allowed = (c: number, x: number): boolean => {
          const own = given[c]?.[1] ?? { step: 1, buy: 0, high: BUDGET };
          return x === 0 || (x <= own.high && x % own.step === 0 && x >= own.buy);
        };
        const result = allocateBudget({ budgetMinor: BUDGET, channels, tolerance: 1e-9 });
        if (!result.ok) {
          expect(result.error.definition.code).toBe("statistics/infeasible");
          return;
        }
        result.value.spends.forEach((spend, c) => expect(allowed(c, spend.spendMinor)).toBe(true));
        expect(result.value.totalResponse).toBeCloseTo(bruteForce(curves, allowed, BUDGET) ?? -1, 6);
        expect(result.value.bound).toBeGreaterThanOrEqual(result.value.totalResponse - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

describe("allocateBudget, invariants of allocators", () => {
  const one = fc.record({
    top: fc.integer({ min: 1, max: 1000 }),
    half: fc.integer({ min: 1000, max: 200_000 }),
    slope: fc.constantFrom(0.6, 1, 1, 1.7, 3),
    current: fc.integer({ min: 1000, max: 100_000 }),
  });
  const plan = fc.array(one, { minLength: 2, maxLength: 6 });
  const build = (
    given: readonly { top: number; half: number; slope: number; current: number }[],
    low: number,
    high: number,
  ) =>
    given.map(({ top, half, slope, current }, i) =>
      channel(`c${i}`, hill(top, half, slope), {
        currentMinor: current,
        minimumMinor: Math.floor(current * low),
        maximumMinor: Math.ceil(current * high),
      }),
    );
  const total = (given: readonly { current: number }[]) => given.reduce((sum, { current }) => sum + current, 0);

  it("spends exactly the budget within the limits and never responds less than today", () => {
    fc.assert(
      fc.property(plan, (given) => {
        const channels = build(given, 0.5, 2);
        const result = unwrap(allocateBudget({ budgetMinor: total(given), channels }));
        expect(result.spends.reduce((sum, spend) => sum + spend.spendMinor, 0)).toBe(total(given));
        result.spends.forEach((spend, i) => {
          expect(spend.spendMinor).toBeGreaterThanOrEqual(channels[i]?.minimumMinor ?? 0);
          expect(spend.spendMinor).toBeLessThanOrEqual(channels[i]?.maximumMinor ?? 0);
        });
        expect(result.totalResponse).toBeGreaterThanOrEqual(result.currentResponse ?? Number.POSITIVE_INFINITY);
        expect(result.bound).toBeGreaterThanOrEqual(result.totalResponse);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves everything where limits or locks fix it", () => {
    fc.assert(
      fc.property(plan, fc.boolean(), (given, byLock) => {
        const channels = byLock ? build(given, 0, 3).map((c) => ({ ...c, locked: true })) : build(given, 1, 1);
        expect(spendsOf(channels, total(given))).toEqual(given.map(({ current }) => current));
      }),
    );
  });

  it("gets no worse with wider limits", () => {
    fc.assert(
      fc.property(plan, (given) => {
        const at = (low: number, high: number) =>
          unwrap(allocateBudget({ budgetMinor: total(given), channels: build(given, low, high) })).totalResponse;
        const narrow = at(0.7, 1.3);
        expect(at(0.3, 2.5)).toBeGreaterThanOrEqual(narrow * (1 - 2e-4));
        expect(at(0, 10)).toBeGreaterThanOrEqual(narrow * (1 - 2e-4));
      }),
      { numRuns: 40 },
    );
  });

  it("gives the same answer in any order of the channels", () => {
    fc.assert(
      fc.property(plan, fc.infiniteStream(fc.nat()), (given, keys) => {
        const channels = build(given, 0.2, 3);
        const byId = (list: readonly BudgetChannel[]) => {
          const { spends } = unwrap(allocateBudget({ budgetMinor: total(given), channels: list }));
          return Object.fromEntries(spends.map((spend) => [spend.id, spend.spendMinor]));
        };
        const shuffled = channels.map((c) => [keys.next().value ?? 0, c] as const).toSorted(([a], [b]) => a - b);
        expect(byId(shuffled.map(([, c]) => c))).toEqual(byId(channels));
      }),
      { numRuns: 40 },
    );
  });
});

describe("allocateBudget with locks, steps and minimum buys", () => {
  const base = [channel("a", hill(100, 10_000)), channel("b", hill(100, 10_000)), channel("c", hill(100, 10_000))];

  it("keeps a locked channel and divides the rest", () => {
    const [a, b, c] = base;
    const spends = spendsOf(
      [{ ...channel("a", hill(1, 1)), ...a, currentMinor: 7_777, locked: true }, b, c].flatMap((x) => x ?? []),
      20_001,
    );
    expect(spends[0]).toBe(7_777);
    expect(Math.abs((spends[1] ?? 0) - (spends[2] ?? 0))).toBeLessThanOrEqual(1);
  });

  it("buys in steps and says what it could not spend", () => {
    const stepped = base.map((c) => ({ ...c, stepMinor: 1000 }));
    const result = unwrap(allocateBudget({ budgetMinor: 10_500, channels: stepped }));
    expect(result.spends.every((spend) => spend.spendMinor % 1000 === 0)).toBe(true);
    expect(result.unspentMinor).toBe(500);
    expect(result.warnings.map((w) => w.code)).toEqual(["mediamix/unspent-budget"]);
  });

  it("buys nothing rather than less than the minimum buy", () => {
    const big = base.map((c) => ({ ...c, minimumBuyMinor: 8_000 }));
    const spends = spendsOf(big, 17_000);
    expect(spends.filter((spend) => spend === 0)).toHaveLength(1);
    expect(spends.every((spend) => spend === 0 || spend >= 8_000)).toBe(true);
    expect(spends.reduce((x, y) => x + y, 0)).toBe(17_000);
  });

  it.each([
    ["no channels", [], 100, "statistics/empty-input"],
    ["too little for the minima", [channel("a", hill(1, 1), { minimumMinor: 200 })], 100, "statistics/infeasible"],
    ["more than the maxima", [channel("a", hill(1, 1), { maximumMinor: 50 })], 100, "statistics/infeasible"],
    ["a NaN budget", base, Number.NaN, "statistics/not-finite"],
    ["half a minor unit", base, 10.5, "statistics/out-of-range"],
    ["NaN limits", [channel("a", hill(1, 1), { maximumMinor: Number.NaN })], 100, "statistics/not-finite"],
    ["negative limits", [channel("a", hill(1, 1), { minimumMinor: -5 })], 100, "statistics/out-of-range"],
    ["a lock without spend", [channel("a", hill(1, 1), { locked: true })], 100, "statistics/infeasible"],
    ["equal ids", [channel("a", hill(1, 1)), channel("a", hill(1, 1))], 100, "statistics/out-of-range"],
    ["a curve of NaN", [channel("a", hill(Number.NaN, 1))], 100, "statistics/not-finite"],
  ])("refuses %s", (_, channels, budgetMinor, code) => {
    const result = allocateBudget({ budgetMinor, channels });
    expect(!result.ok && result.error.definition.code).toBe(code);
  });

  it("refuses curves that fall or have no points", () => {
    const code = (x: number[], y: number[]) => {
      const curve = tabulatedCurve(x, y);
      return curve.ok ? "ok" : curve.error.definition.code;
    };
    expect(code([], [])).toBe("statistics/empty-input");
    expect(code([0], [0])).toBe("statistics/too-few");
    expect(code([0, 1], [0])).toBe("statistics/length-mismatch");
    expect(code([0, 1], [1, 0])).toBe("statistics/out-of-range");
    expect(code([0, 0], [0, 1])).toBe("statistics/out-of-range");
    expect(code([0, Number.NaN], [0, 1])).toBe("statistics/not-finite");
  });
});
