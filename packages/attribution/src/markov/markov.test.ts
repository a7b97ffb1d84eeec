import { unwrap } from "@yutu/kernel";
import { createRandom, drawInteger, solveLinear, zeros } from "@yutu/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withBootstrapInterval } from "../bootstrap.ts";
import { countPaths, type PathCounts, type PathRow } from "../journeys/path-counts.ts";
import { buildChain, type MarkovChain } from "./chain.ts";
import { markov } from "./markov.ts";
import { chooseOrder } from "./order.ts";

const rowArbitrary = fc.record({
  channels: fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 6 }),
  conversions: fc.integer({ min: 0, max: 5 }),
  nulls: fc.integer({ min: 1, max: 9 }),
  valueMinor: fc.constant(0),
});
const shortRow = fc.record({
  channels: fc.array(fc.constantFrom<string>("a", "b", "c"), { minLength: 1, maxLength: 4 }),
  conversions: fc.integer({ min: 0, max: 5 }),
  nulls: fc.integer({ min: 0, max: 5 }),
});
const withValue = (rows: readonly PathRow[]): PathRow[] =>
  rows.map((r, i) => ({ ...r, valueMinor: (r.conversions ?? 0) * (100 + 37 * i) }));

/** Conversion probability of the chain by dense elimination of (I − Q)x = r, transitions into `removed` being lost. */
function denseConversionRate(chain: MarkovChain, earned: Float64Array, removed: number): number {
  const n = chain.count;
  const a = zeros(n, n);
  for (let s = 0; s < n; s++) {
    a.data[s * n + s] = 1;
    for (let e = chain.rows[s] ?? 0; e < (chain.rows[s + 1] ?? 0); e++) {
      const t = chain.targets[e] ?? 0;
      if (chain.newest[t] === removed) continue;
      a.data[s * n + t] = (a.data[s * n + t] ?? 0) - (chain.flows[e] ?? 0) / (chain.outflow[s] ?? 1);
    }
  }
  const reward = earned.map((e, s) => e / (chain.outflow[s] ?? 1));
  return unwrap(solveLinear(a, reward))[0] ?? Number.NaN;
}

/** Journeys of a chain of true order 2: after the pair a>b conversion is likely, otherwise not. */
function simulatePairs(journeys: number): PathCounts {
  const random = createRandom("pairs");
  const rows: PathRow[] = [];
  for (let i = 0; i < journeys; i++) {
    const channels: string[] = [];
    for (;;) {
      channels.push("abc"[drawInteger(random, 3)] ?? "a");
      const [before, last] = channels.slice(-2);
      const stop = random.uniform() < 0.35;
      if (!stop) continue;
      const won = random.uniform() < (before === "a" && last === "b" ? 0.7 : 0.05);
      rows.push(won ? { channels, conversions: 1 } : { channels, nulls: 1 });
      break;
    }
  }
  return unwrap(countPaths(rows));
}

describe("Markov attribution", () => {
  it("reproduces the published three-path example", () => {
    // C1>C2>C3 converts, C1 and C2>C3 do not (S. Bryl 2016): removal effects .5, 1, 1 and credits .2, .4, .4
    const counted = unwrap(
      countPaths([
        { channels: ["C1", "C2", "C3"] },
        { channels: ["C1"], nulls: 1 },
        { channels: ["C2", "C3"], nulls: 1 },
      ]),
    );
    const result = unwrap(markov(counted));
    expect(result.conversionRate).toBeCloseTo(1 / 3, 15);
    expect(result.removalEffects.map((r) => r.conversions)).toEqual([0.5, 1, 1].map((v) => expect.closeTo(v, 13)));
    expect(result.estimate.map((c) => c.conversions)).toEqual([0.2, 0.4, 0.4].map((v) => expect.closeTo(v, 13)));
  });

  it.each([1, 2, 3, 4])("order %i equals 1 − P(without)/P by dense elimination, for conversions and value", (order) => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 2, maxLength: 25 }), (plain) => {
        fc.pre(plain.some((r) => r.conversions > 0));
        const counted = unwrap(countPaths(withValue(plain)));
        const chain = buildChain(counted, order);
        const result = unwrap(markov(counted, order));
        const rate = denseConversionRate(chain, chain.converted, -2);
        expect(rate).toBeCloseTo(result.conversionRate, 12);
        const value = denseConversionRate(chain, chain.valueMinor, -2);
        result.removalEffects.forEach((effect, c) => {
          expect(effect.conversions).toBeCloseTo(1 - denseConversionRate(chain, chain.converted, c) / rate, 10);
          expect(effect.value).toBeCloseTo(1 - denseConversionRate(chain, chain.valueMinor, c) / value, 10);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("an order as long as the paths gives the share of conversions that touched the channel", () => {
    fc.assert(
      fc.property(fc.array(shortRow, { minLength: 2, maxLength: 20 }), (rows) => {
        fc.pre(rows.some((r) => r.conversions > 0));
        const result = unwrap(markov(unwrap(countPaths(rows)), 4));
        const all = rows.reduce((t, r) => t + r.conversions, 0);
        for (const effect of result.removalEffects) {
          const touched = rows.reduce((t, r) => t + (r.channels.includes(effect.channel) ? r.conversions : 0), 0);
          expect(effect.conversions).toBeCloseTo(touched / all, 12);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("adds up exactly and does not depend on the order of the journeys", () => {
    fc.assert(
      fc.property(
        fc.array(rowArbitrary, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (plain, order) => {
          fc.pre(plain.some((r) => r.conversions > 0));
          const rows = withValue(plain);
          const result = unwrap(markov(unwrap(countPaths(rows)), order));
          expect(result.estimate.reduce((t, c) => t + c.conversions, 0)).toBe(
            plain.reduce((t, r) => t + r.conversions, 0),
          );
          expect(result.estimate.reduce((t, c) => t + c.valueMinor, 0)).toBe(
            rows.reduce((t, r) => t + (r.valueMinor ?? 0), 0),
          );
          expect(unwrap(markov(unwrap(countPaths([...rows].reverse())), order)).estimate).toEqual(result.estimate);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("agrees with a simulation of the chain", () => {
    const counted = simulatePairs(400);
    const chain = buildChain(counted, 1);
    const effect = unwrap(markov(counted)).removalEffects[0]?.conversions ?? 0;
    const random = createRandom("walk");
    let won = 0;
    let wonWithout = 0;
    for (let i = 0; i < 40_000; i++) {
      let state = 0;
      let entered = false;
      for (;;) {
        let left = random.uniform() * (chain.outflow[state] ?? 0);
        let next = -1;
        for (let e = chain.rows[state] ?? 0; e < (chain.rows[state + 1] ?? 0) && next < 0; e++) {
          left -= chain.flows[e] ?? 0;
          if (left < 0) next = chain.targets[e] ?? 0;
        }
        if (next < 0) {
          if (left < (chain.converted[state] ?? 0)) {
            won += 1;
            if (!entered) wonWithout += 1;
          }
          break;
        }
        entered ||= chain.newest[next] === 0;
        state = next;
      }
    }
    expect(Math.abs(1 - wonWithout / won - effect)).toBeLessThan(4.5 * Math.sqrt((effect * (1 - effect)) / won));
  });

  it("long journeys still solve", () => {
    const long = Array.from({ length: 3000 }, (_, i) => (i % 2 === 0 ? "a" : "b"));
    const result = unwrap(markov(unwrap(countPaths([{ channels: long }, { channels: long, nulls: 3 }]))));
    expect(result.removalEffects.map((r) => r.conversions)).toEqual([expect.closeTo(1, 10), expect.closeTo(1, 10)]);
  });

  it("refuses an impossible order and warns without lost journeys", () => {
    const counted = unwrap(countPaths([{ channels: ["a", "b"] }]));
    expect(markov(counted, 5).ok).toBe(false);
    expect(unwrap(markov(counted)).warnings.map((w) => w.code)).toContain("attribution/no-null-paths");
  });
});

describe("choice of order", () => {
  it("finds a true order of 2, and 1 when steps are independent", () => {
    const pairs = simulatePairs(6000);
    expect(unwrap(chooseOrder(pairs)).estimate).toBe(2);
    expect(unwrap(chooseOrder(pairs, { criterion: "penalised-auc" })).fits.map((f) => f.order)).toEqual([1, 2, 3, 4]);
    const random = createRandom("independent");
    const rows = Array.from({ length: 4000 }, (): PathRow => {
      const channels = ["abc"[drawInteger(random, 3)] ?? "a"];
      while (random.uniform() > 0.4) channels.push("abc"[drawInteger(random, 3)] ?? "a");
      const won = random.uniform() < (channels.at(-1) === "a" ? 0.5 : 0.1);
      return won ? { channels } : { channels, nulls: 1 };
    });
    const choice = unwrap(chooseOrder(unwrap(countPaths(rows))));
    expect(choice.estimate).toBe(1);
    expect(choice.fits.every((f) => (f.auc ?? 0) > 0.5 && (f.auc ?? 2) < 1)).toBe(true);
  });

  it("log-likelihood grows with the order and AUC needs lost journeys", () => {
    const fits = unwrap(chooseOrder(simulatePairs(500))).fits.map((f) => f.logLikelihood);
    expect([...fits].sort((a, b) => a - b)).toEqual(fits);
    const won = unwrap(countPaths([{ channels: ["a", "b"], conversions: 3 }]));
    const refused = chooseOrder(won, { criterion: "penalised-auc" });
    expect(refused.ok ? "ok" : refused.error.definition.code).toBe("statistics/one-group");
  });
});

describe("bootstrap interval", () => {
  it("covers the credit of large samples near 95 % of the time", () => {
    const truth = unwrap(markov(simulatePairs(20_000))).estimate.map((c) => c.share);
    let covered = 0;
    const rounds = 40;
    for (let r = 0; r < rounds; r++) {
      const random = createRandom(`coverage ${r}`);
      const rows = Array.from({ length: 500 }, (): PathRow => {
        const channels: string[] = ["abc"[drawInteger(random, 3)] ?? "a"];
        while (random.uniform() >= 0.35) channels.push("abc"[drawInteger(random, 3)] ?? "a");
        const [before, last] = channels.slice(-2);
        const won = random.uniform() < (before === "a" && last === "b" ? 0.7 : 0.05);
        return won ? { channels } : { channels, nulls: 1 };
      });
      const result = unwrap(
        withBootstrapInterval(unwrap(countPaths(rows)), (p) => markov(p), { random, replicates: 60 }),
      );
      const low = result.interval?.[0][0]?.share ?? 1;
      const high = result.interval?.[1][0]?.share ?? 0;
      if (low <= (truth[0] ?? 0) && (truth[0] ?? 0) <= high) covered += 1;
    }
    // 40 rounds at 95 %: fewer than 33 would happen once in 2,000
    expect(covered).toBeGreaterThanOrEqual(33);
  });
});
