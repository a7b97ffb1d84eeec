import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffle } from "../foundation/random/draws.ts";
import { createRandom } from "../foundation/random/generator.ts";
import type { AdditiveCell, RatioCell } from "./cells.ts";
import { explainAdditiveChange, explainRatioChange } from "./explain-change.ts";

const CHANNELS = ["douyin", "tmall", "jd", "xiaohongshu"];
const REGIONS = ["north", "south", "east"];
const DEVICES = ["app", "web"];

/** A cube with ±2 % noise in which `grow` says how each cell changes. */
function cube(grow: (d: Record<string, string>) => number, seed = 1): AdditiveCell[] {
  const random = createRandom(seed);
  return CHANNELS.flatMap((channel, c) =>
    REGIONS.flatMap((region, r) =>
      DEVICES.map((device, d) => {
        const dimensions = { channel, region, device };
        const before = 1000 * (c + 1) * (r + 2) * (2 - d);
        const after = before * grow(dimensions) * (0.98 + 0.04 * random.uniform());
        return { dimensions, before, after: Math.round(after) };
      }),
    ),
  );
}

function explained<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error("refused");
  return result as Extract<T, { ok: true }>;
}

describe("explainAdditiveChange", () => {
  it("names the one slice that broke, with the fewest conditions", () => {
    const cells = cube(({ channel, region }) => (channel === "tmall" && region === "south" ? 0.4 : 1.05));
    const { estimate } = explained(explainAdditiveChange(cells)).value;
    expect(estimate.causes.map((cause) => cause.conditions)).toEqual([{ channel: "tmall", region: "south" }]);
    const [cause] = estimate.causes;
    expect(cause?.before).toBe(18_000);
    expect(cause?.expected).toBeCloseTo(18_000 * 1.05, -3);
    expect((cause?.after ?? 0) / (cause?.before ?? 1)).toBeCloseTo(0.4, 1);
  });

  it("names two separate causes", () => {
    const cells = cube(({ channel, device }) => (channel === "jd" ? 1.6 : device === "web" ? 0.6 : 1));
    const { estimate } = explained(explainAdditiveChange(cells)).value;
    const named = estimate.causes.map((cause) => JSON.stringify(cause.conditions)).sort();
    expect(named).toEqual(['{"channel":"jd"}', '{"device":"web"}']);
  });

  it("names nothing when everything changed alike", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { estimate, warnings } = explained(explainAdditiveChange(cube(() => 0.8, seed))).value;
      expect(estimate.causes).toEqual([]);
      expect(warnings.map((w) => w.code)).toEqual(["rootcause/even-change"]);
    }
  });

  it("recognises a slice that is new and one that is gone", () => {
    const gone = cube(({ channel }) => (channel === "douyin" ? 0 : 1));
    expect(explained(explainAdditiveChange(gone)).value.estimate.causes[0]?.conditions).toEqual({ channel: "douyin" });
    const launched = cube(() => 1).map((cell) =>
      cell.dimensions["channel"] === "xiaohongshu" ? { ...cell, before: 0 } : cell,
    );
    const causes = explained(explainAdditiveChange(launched)).value.estimate.causes;
    expect(causes[0]?.conditions).toEqual({ channel: "xiaohongshu" });
  });

  it("agrees with an exhaustive search over all slices of a small cube", () => {
    for (let seed = 0; seed < 12; seed++) {
      const random = createRandom(`plant ${seed}`);
      const target = { channel: CHANNELS[seed % 4] ?? "", region: REGIONS[seed % 3] ?? "" };
      const factor = 0.3 + random.uniform() * 0.3;
      const cells = cube((d) => (d["channel"] === target.channel && d["region"] === target.region ? factor : 1), seed);
      const { estimate } = explained(explainAdditiveChange(cells, { mostSlices: 1 })).value;
      expect(estimate.causes[0]?.conditions).toEqual(bruteForceSlice(cells));
    }
  });

  const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer(), fc.integer()), { minLength: 1 });
  it("adds up exactly, whatever the cells", () => {
    fc.assert(
      fc.property(values, (rows) => {
        const cells = rows.map(([k, a, b]) => {
          const dimensions = { channel: `c${k % 4}`, region: `r${k % 3}` };
          return { dimensions, before: a % 1e6, after: b % 1e6 };
        });
        const { estimate } = explained(explainAdditiveChange(cells)).value;
        for (const list of Object.values(estimate.contributions)) {
          expect(list.reduce((total, part) => total + part.contribution, 0)).toBe(estimate.change);
        }
        const causes = estimate.causes.reduce((total, cause) => total + cause.excess, 0);
        expect(causes + estimate.background).toBeCloseTo(estimate.change, 4);
      }),
    );
  });

  it("does not depend on the order of cells, and scales with the unit", () => {
    const cells = cube(({ channel, region }) => (channel === "jd" && region === "east" ? 2 : 0.9));
    const base = explained(explainAdditiveChange(cells)).value.estimate;
    const shuffled = explained(explainAdditiveChange(shuffle(createRandom(7), [...cells]))).value.estimate;
    expect(shuffled.causes.map((c) => c.conditions)).toEqual(base.causes.map((c) => c.conditions));
    expect(shuffled.contributions).toEqual(base.contributions);
    const inCents = cells.map((c) => ({ ...c, before: c.before * 100, after: c.after * 100 }));
    const scaled = explained(explainAdditiveChange(inCents)).value.estimate;
    expect(scaled.causes.map((c) => c.conditions)).toEqual(base.causes.map((c) => c.conditions));
    expect(scaled.causes[0]?.excess).toBeCloseTo((base.causes[0]?.excess ?? 0) * 100, 4);
  });

  it("refuses what it cannot explain", () => {
    expect(explainAdditiveChange([])).toMatchObject({ error: { definition: { code: "statistics/empty-input" } } });
    const odd = [{ dimensions: { a: "x" }, before: Number.NaN, after: 1 }];
    expect(explainAdditiveChange(odd)).toMatchObject({ error: { definition: { code: "statistics/not-finite" } } });
    const mixed: AdditiveCell[] = [
      { dimensions: { a: "x" }, before: 1, after: 1 },
      { dimensions: { b: "x" }, before: 1, after: 1 },
    ];
    expect(explainAdditiveChange(mixed)).toMatchObject({
      error: { definition: { code: "statistics/length-mismatch" } },
    });
  });
});

/** Exhaustive: the slice whose removal leaves the least squared deviation from a common factor, over all of 1 to 3 conditions. */
function bruteForceSlice(cells: readonly AdditiveCell[]): Record<string, string> | undefined {
  const unevenness = (part: readonly AdditiveCell[]): number => {
    const weight = (c: AdditiveCell): number => 1 / (c.before + c.after);
    const top = part.reduce((t, c) => t + c.before * c.after * weight(c), 0);
    const bottom = part.reduce((t, c) => t + c.before ** 2 * weight(c), 0);
    return part.reduce((t, c) => t + (c.after - (top / bottom) * c.before) ** 2 * weight(c), 0);
  };
  let best: { readonly conditions: Record<string, string>; readonly left: number } | undefined;
  for (const channel of [undefined, ...CHANNELS]) {
    for (const region of [undefined, ...REGIONS]) {
      for (const device of [undefined, ...DEVICES]) {
        const wanted = Object.entries({ channel, region, device }).flatMap(([k, v]) =>
          v === undefined ? [] : [[k, v]],
        );
        const inside = cells.filter((cell) => wanted.every(([k, v]) => cell.dimensions[k ?? ""] === v));
        const outside = cells.filter((cell) => !inside.includes(cell));
        if (inside.length === 0 || outside.length === 0) continue;
        const left = unevenness(inside) + unevenness(outside);
        if (best === undefined || left < best.left) best = { conditions: Object.fromEntries(wanted), left };
      }
    }
  }
  return best?.conditions;
}

describe("explainRatioChange", () => {
  const cell = (channel: string, n0: number, d0: number, n1: number, d1: number): RatioCell => ({
    dimensions: { channel },
    before: { numerator: n0, denominator: d0 },
    after: { numerator: n1, denominator: d1 },
  });

  it("splits a hand-computed change into rate and mix", () => {
    // R goes from (10+10)/200 = 0.10 to (30+5)/200 = 0.175. Weights .5/.5 → .75/.25, rates .1/.1 → .2/.1.
    const { estimate } = explained(explainRatioChange([cell("a", 10, 100, 30, 150), cell("b", 10, 100, 5, 50)])).value;
    expect(estimate.change).toBeCloseTo(0.075, 12);
    const [a, b] = estimate.contributions["channel"] ?? [];
    expect(a).toMatchObject({ value: "a" });
    expect(a?.rate).toBeCloseTo(0.625 * 0.1, 12);
    expect(a?.mix).toBeCloseTo(0.25 * (0.15 - 0.1375), 12);
    expect(b?.rate).toBe(0);
    expect(b?.mix).toBeCloseTo(-0.25 * (0.1 - 0.1375), 12);
  });

  it("sees Simpson's paradox: every rate rises, the whole falls by mix", () => {
    const cells = [cell("rich", 500, 1000, 110, 200), cell("poor", 10, 200, 60, 1000)];
    const { estimate, warnings } = explained(explainRatioChange(cells)).value;
    expect(estimate.change).toBeLessThan(0);
    expect(estimate.rate).toBeGreaterThan(0);
    expect(estimate.mix).toBeLessThan(0);
    expect(warnings.map((w) => w.code)).toContain("rootcause/mostly-mix");
  });

  it("names the slice whose rate broke, not the one that only grew", () => {
    const cells = CHANNELS.flatMap((channel, c) =>
      REGIONS.map((region, r): RatioCell => {
        const visits = 5000 * (c + 1) + 700 * r;
        const broken = channel === "douyin" && region === "east";
        const after = channel === "jd" ? visits * 3 : visits;
        return {
          dimensions: { channel, region },
          before: { numerator: visits * 0.05, denominator: visits },
          after: { numerator: after * (broken ? 0.01 : 0.051), denominator: after },
        };
      }),
    );
    const { estimate } = explained(explainRatioChange(cells)).value;
    expect(estimate.causes.map((cause) => cause.conditions)).toEqual([{ channel: "douyin", region: "east" }]);
    expect(estimate.causes[0]?.excess).toBeLessThan(0);
  });

  const part = fc.integer({ min: 1, max: 10_000 });
  const rows = fc.array(fc.tuple(part, part, part, part, fc.integer({ min: 0, max: 5 })), {
    minLength: 1,
    maxLength: 30,
  });
  it("adds up to the change, by rate and mix and by dimension, whatever the cells", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const cells = table.map(([n0, d0, n1, d1, k]) => cell(`c${k}`, n0, d0 + n0, n1, d1 + n1));
        const { estimate } = explained(explainRatioChange(cells)).value;
        expect(estimate.rate + estimate.mix).toBeCloseTo(estimate.change, 10);
        const total = (estimate.contributions["channel"] ?? []).reduce((t, c) => t + c.contribution, 0);
        expect(total).toBeCloseTo(estimate.change, 10);
      }),
    );
  });

  it("counts a slice that is new or gone as mix", () => {
    const { estimate } = explained(explainRatioChange([cell("a", 5, 100, 5, 100), cell("b", 0, 0, 50, 100)])).value;
    const fresh = estimate.contributions["channel"]?.find((c) => c.value === "b");
    expect(fresh).toMatchObject({ before: null, after: 0.5, rate: 0 });
    expect(estimate.change).toBeCloseTo(0.225, 12);
  });

  it("refuses a ratio without denominator", () => {
    const none = explainRatioChange([cell("a", 0, 0, 1, 10)]);
    expect(none).toMatchObject({ error: { definition: { code: "statistics/all-zero" } } });
    const odd = explainRatioChange([cell("a", 1, 0, 1, 10)]);
    expect(odd).toMatchObject({ error: { definition: { code: "statistics/out-of-range" } } });
  });
});
