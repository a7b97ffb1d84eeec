import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attribution } from "../attribution.ts";
import { buildJourneys } from "../journeys/build-journeys.ts";
import { countPaths } from "../journeys/path-counts.ts";
import { DAY_MS } from "../journeys/window.ts";
import { shapley } from "../shapley/shapley.ts";
import { linearTouch, positionBased } from "./shared-credit.ts";
import { firstTouch, lastNonDirectTouch, lastTouch } from "./single-touch.ts";
import { timeDecay } from "./time-decay.ts";

const paths = (...texts: string[]) => unwrap(countPaths(texts.map((t) => ({ channels: t.split(">") }))));
const credit = (a: Attribution): Record<string, number> =>
  Object.fromEntries(a.estimate.map((c) => [c.channel, Number(c.conversions.toFixed(12))]));

describe("position-based credit", () => {
  it("gives 100, 50/50 and 40/20/40", () => {
    expect(credit(unwrap(positionBased(paths("a"))))).toEqual({ a: 1 });
    expect(credit(unwrap(positionBased(paths("a>b"))))).toEqual({ a: 0.5, b: 0.5 });
    expect(credit(unwrap(positionBased(paths("a>b>c"))))).toEqual({ a: 0.4, b: 0.2, c: 0.4 });
    expect(credit(unwrap(positionBased(paths("a>b>c>b>d"))))).toEqual({
      a: 0.4,
      b: 0.133333333333,
      c: 0.066666666667,
      d: 0.4,
    });
  });

  it("follows other shares and refuses impossible ones", () => {
    const shares = { first: 0.3, last: 0.6 };
    expect(credit(unwrap(positionBased(paths("a>b>c"), shares)))).toEqual({ a: 0.3, b: 0.1, c: 0.6 });
    expect(credit(unwrap(positionBased(paths("a>b"), shares))).a).toBeCloseTo(1 / 3, 11);
    expect(positionBased(paths("a>b"), { first: 0.7, last: 0.6 }).ok).toBe(false);
  });
});

describe("time decay", () => {
  it("halves per half-life: 14, 7 and 0 days before give 1 : 2 : 4", () => {
    const touches = [0, 7, 14].map((day, i) => ({ personId: "p", atMs: day * DAY_MS, channel: "abc"[i] ?? "" }));
    const table = unwrap(buildJourneys(touches, [{ personId: "p", atMs: 14 * DAY_MS }]));
    const result = credit(unwrap(timeDecay(table)));
    expect(result.a).toBeCloseTo(1 / 7, 11);
    expect(result.b).toBeCloseTo(2 / 7, 11);
    expect(result.c).toBeCloseTo(4 / 7, 11);
  });

  it("does not underflow when all touches are old", () => {
    const touches = [0, 1].map((day) => ({ personId: "p", atMs: day * DAY_MS, channel: `c${day}` }));
    const late = { personId: "p", atMs: 90 * DAY_MS, lookbackMs: 365 * DAY_MS };
    const table = unwrap(buildJourneys(touches, [late]));
    expect(credit(unwrap(timeDecay(table, 3_600_000))).c1).toBeCloseTo(1, 6);
  });
});

describe("single touch", () => {
  it("skips direct traffic unless there is nothing else", () => {
    const counted = paths("ad>direct>direct", "direct", "none>mail>none");
    expect(credit(unwrap(lastNonDirectTouch(counted)))).toEqual({ ad: 1, direct: 1, mail: 0, none: 1 });
    expect(credit(unwrap(lastNonDirectTouch(counted, ["direct", "none"])))).toEqual({
      ad: 1,
      direct: 1,
      mail: 1,
      none: 0,
    });
    expect(credit(unwrap(firstTouch(counted)))).toEqual({ ad: 1, direct: 1, mail: 0, none: 1 });
    expect(credit(unwrap(lastTouch(counted)))).toEqual({ ad: 0, direct: 2, mail: 0, none: 1 });
  });
});

const rowArbitrary = fc.record({
  channels: fc.array(fc.constantFrom("ad", "direct", "mail", "seo", "抖音"), { minLength: 1, maxLength: 7 }),
  conversions: fc.integer({ min: 1, max: 9 }),
  valueMinor: fc.integer({ min: 0, max: 999_983 }),
  nulls: fc.integer({ min: 0, max: 9 }),
});
const MODELS = { firstTouch, lastTouch, lastNonDirectTouch, linearTouch, positionBased, shapley };

describe.each(Object.entries(MODELS))("%s", (_name, model) => {
  it("adds up exactly and ignores the order of journeys", () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 30 }), (rows) => {
        const result = unwrap(model(unwrap(countPaths(rows))));
        const total = (
          pick: (r: { conversions: number; valueMinor: number }) => number,
          of: readonly { conversions: number; valueMinor: number }[],
        ) => of.reduce((t, r) => t + pick(r), 0);
        expect(total((c) => c.conversions, result.estimate)).toBe(total((r) => r.conversions, rows));
        expect(total((c) => c.valueMinor, result.estimate)).toBe(total((r) => r.valueMinor, rows));
        expect(result.estimate.every((c) => Number.isInteger(c.valueMinor) && c.conversions >= 0)).toBe(true);
        expect(unwrap(model(unwrap(countPaths([...rows].reverse())))).estimate).toEqual(result.estimate);
      }),
      { numRuns: 60 },
    );
  });

  it("does not mind channels being renamed", () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 15 }), (rows) => {
        const plain = rows.map((r) => ({ ...r, channels: r.channels.map((c) => (c === "direct" ? "other" : c)) }));
        const renamed = plain.map((r) => ({
          ...r,
          channels: r.channels.map((c) => `z${c.split("").reverse().join("")}`),
        }));
        const a = unwrap(model(unwrap(countPaths(plain))));
        const b = unwrap(model(unwrap(countPaths(renamed))));
        for (const c of a.estimate) {
          const twin = b.estimate.find((d) => d.channel === `z${c.channel.split("").reverse().join("")}`);
          expect(twin?.conversions).toBeCloseTo(c.conversions, 9);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("refusals of path counts", () => {
  it.each([
    [[], "statistics/empty-input"],
    [[{ channels: [] }], "statistics/empty-input"],
    [[{ channels: ["a"], conversions: -1 }], "statistics/negative-count"],
    [[{ channels: ["a"], conversions: Number.NaN }], "statistics/not-finite"],
    [[{ channels: ["a"], valueMinor: 1.5 }], "statistics/not-whole"],
    [[{ channels: ["a"], conversions: 0, nulls: 0 }], "statistics/all-zero"],
  ])("%#", (rows, code) => {
    const result = countPaths(rows);
    expect(result.ok ? "ok" : result.error.definition.code).toBe(code);
  });

  it("has nothing to credit without a conversion", () => {
    const lost = unwrap(countPaths([{ channels: ["a", "b"], nulls: 4 }]));
    const result = linearTouch(lost);
    expect(result.ok ? "ok" : result.error.definition.code).toBe("statistics/all-zero");
  });
});
