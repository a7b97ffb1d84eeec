import { addDays, calendarDate } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawPoisson } from "../foundation/random/counts.ts";
import { drawNormal } from "../foundation/random/draws.ts";
import { createRandom } from "../foundation/random/generator.ts";
import { type BatchFindings, type BatchInput, type BatchOptions, detectAnomalies } from "./detect-batch.ts";
import { findTrendChanges } from "./trend-changes.ts";

const WEEK = [0.8, 0.85, 0.9, 1, 1.2, 1.5, 1.3];

function daily(days: number, seed: number | string, factor: (t: number) => number = () => 1): number[] {
  const random = createRandom(seed);
  return Array.from({ length: days }, (_, t) => {
    return 1000 * (WEEK[t % 7] ?? 1) * factor(t) * Math.exp(drawNormal(random, 0, 0.08));
  });
}

function detect(input: Omit<BatchInput, "frequency">, options?: BatchOptions): BatchFindings {
  const result = detectAnomalies({ ...input, frequency: "day" }, options);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value.estimate;
}

describe("detectAnomalies", () => {
  it("finds nothing in quiet series", () => {
    for (let seed = 0; seed < 15; seed++) {
      const found = detect({ values: daily(200, seed) });
      expect([found.incidents.length, found.changes.length]).toEqual([0, 0]);
    }
  });

  it("tells an outage of three days as one incident with its cost", () => {
    const values = daily(200, "outage", (t) => (t >= 150 && t < 153 ? 0.5 : 1));
    const { incidents } = detect({ values });
    expect(incidents).toHaveLength(1);
    const [incident] = incidents;
    expect(incident).toMatchObject({ first: 150, last: 152, kind: "dip" });
    const usual = [150, 151, 152].reduce((sum, t) => sum + 1000 * (WEEK[t % 7] ?? 1), 0);
    expect(Math.abs((incident?.effect ?? 0) / (-0.5 * usual) - 1)).toBeLessThan(0.25);
    expect(incident?.matched.length).toBe(8);
    expect(incident?.peak.interval[0]).toBeGreaterThan(incident?.peak.value ?? 0);
  });

  it("finds both of two outages, the early one too", () => {
    const { incidents } = detect({ values: daily(200, "two", (t) => (t === 4 || t === 160 ? 0.4 : 1)) });
    expect(incidents.map((i) => i.first)).toEqual([4, 160]);
  });

  it("tells a lasting shift from an incident", () => {
    const { incidents, changes } = detect({ values: daily(200, "shift", (t) => (t < 120 ? 1 : 1.5)) });
    expect(incidents).toEqual([]);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.kind).toBe("level-shift");
    expect(Math.abs((changes[0]?.at ?? 0) - 120)).toBeLessThanOrEqual(2);
    expect(Math.abs((changes[0]?.size ?? 0) - 0.5)).toBeLessThan(0.12);
  });

  it("finds where a slow decline began", () => {
    const { changes } = detect({ values: daily(240, "decline", (t) => (t < 130 ? 1 : 0.985 ** (t - 130))) });
    const bend = changes.find((change) => change.kind === "trend-change");
    expect(Math.abs((bend?.at ?? 0) - 130)).toBeLessThan(15);
    expect(bend?.size).toBeLessThan(0);
  });

  it("expects known events", () => {
    const sale = [40, 110, 180];
    const values = daily(220, "events", (t) => (sale.includes(t) ? 4 : 1));
    const start = calendarDate("2025-01-01");
    const events = [{ name: "大促", occurrences: sale.map((t) => ({ start: addDays(start, t) })) }];
    expect(detect({ values }).incidents.map((i) => i.first)).toEqual(sale);
    expect(detect({ values, start, events }).incidents).toEqual([]);
    const weak = values.map((value, t) => (t === 180 ? value / 3 : value));
    expect(detect({ values: weak, start, events }).incidents.map((i) => i.first)).toContain(180);
  });

  it("sees a day without sales in a shop that always sells", () => {
    const { incidents } = detect({ values: daily(120, "zero").map((value, t) => (t === 77 ? 0 : value)) });
    expect(incidents.map((i) => [i.first, i.kind])).toEqual([[77, "dip"]]);
  });

  it("knows that small counts vary", () => {
    const random = createRandom("counts");
    const values = Array.from({ length: 300 }, (_, t) => (t === 250 ? 15 : drawPoisson(random, 1.5)));
    expect(detect({ values }, { counts: true }).incidents.map((i) => i.first)).toEqual([250]);
  });

  it("answers finite numbers or a named refusal for anything", () => {
    const value = fc.oneof(fc.constant(null), fc.constant(0), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const result = detectAnomalies({ values, frequency: "day" });
        if (!result.ok) {
          expect(result.error.definition.code).toMatch(/^statistics\//);
          return;
        }
        for (const slot of result.value.estimate.slots) {
          if (slot === null) continue;
          expect([slot.expected, slot.score, ...slot.interval].every(Number.isFinite)).toBe(true);
          expect(slot.score >= 0 && slot.score < 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("refuses too little and too odd", () => {
    const code = (values: (number | null)[], options?: BatchOptions): string | null => {
      const result = detectAnomalies({ values, frequency: "day" }, options);
      return result.ok ? null : result.error.definition.code;
    };
    expect(code([])).toBe("statistics/empty-input");
    expect(code([1, 2, 3])).toBe("statistics/too-few");
    expect(code([...daily(30, 1), Number.NaN])).toBe("statistics/not-finite");
    expect(code([...daily(30, 1), -1], { counts: true })).toBe("statistics/negative-count");
    expect(code(Array.from({ length: 30 }, () => 0))).toBeNull();
    expect(code(Array.from({ length: 30 }, () => 9))).toBeNull();
  });
});

describe("findTrendChanges", () => {
  it("finds the kink of a broken line exactly, with both slopes", () => {
    const line = Array.from({ length: 120 }, (_, t) => (t < 60 ? 2 * t : 120 - (t - 60)) + ((t * 7) % 3) / 10);
    const [kink, ...others] = findTrendChanges(line, 20, 5);
    expect(others).toEqual([]);
    expect(Math.abs((kink?.at ?? 0) - 60)).toBeLessThanOrEqual(1);
    expect(kink?.before).toBeCloseTo(2, 1);
    expect(kink?.after).toBeCloseTo(-1, 1);
  });

  it("finds none in a straight line or too short a series", () => {
    expect(
      findTrendChanges(
        Array.from({ length: 100 }, (_, t) => 3 * t),
        20,
        5,
      ),
    ).toEqual([]);
    expect(findTrendChanges([1, 2, 3], 20, 5)).toEqual([]);
  });
});
