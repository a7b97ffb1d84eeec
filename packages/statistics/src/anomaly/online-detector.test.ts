import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawPoisson } from "../foundation/random/counts.ts";
import { drawNormal } from "../foundation/random/draws.ts";
import { createRandom } from "../foundation/random/generator.ts";
import { type AnomalyReading, OnlineDetector } from "./online-detector.ts";
import type { DetectorOptions } from "./options.ts";
import { replayDetector } from "./replay-detector.ts";

const WEEK = [0.8, 0.85, 0.9, 1, 1.2, 1.5, 1.3];

function daily(days: number, seed: number | string, factor: (t: number) => number = () => 1): number[] {
  const random = createRandom(seed);
  return Array.from({ length: days }, (_, t) => {
    return 1000 * (WEEK[t % 7] ?? 1) * 1.001 ** t * factor(t) * Math.exp(drawNormal(random, 0, 0.08));
  });
}

function read(values: readonly (number | null)[], options: DetectorOptions = {}): (AnomalyReading | null)[] {
  const detector = OnlineDetector.create(options);
  if (!detector.ok) throw new Error(detector.error.detail);
  return values.map((value, slot) => detector.value.push(slot, value));
}

const alarms = (readings: readonly (AnomalyReading | null)[]): number[] =>
  readings.flatMap((r) => (r?.alarm === true ? [r.slot] : []));

describe("OnlineDetector on daily sales", () => {
  it("stays quiet on quiet series: under two alarms per year on average", () => {
    let total = 0;
    for (let seed = 0; seed < 20; seed++) total += alarms(read(daily(365, seed))).length;
    expect(total / 20).toBeLessThan(2);
  });

  it("reports an outage with its expectation, interval and season-matched window", () => {
    const readings = read(daily(180, "outage", (t) => (t === 150 ? 0.4 : 1)));
    expect(alarms(readings)).toContain(150);
    const reading = readings[150];
    expect(reading?.kind).toBe("dip");
    expect(reading?.period).toBe(7);
    expect(reading?.matched).toHaveLength(7);
    const usual = 1000 * (WEEK[150 % 7] ?? 1) * 1.001 ** 150;
    expect(Math.abs((reading?.expected ?? 0) / usual - 1)).toBeLessThan(0.1);
    expect(reading?.interval[0]).toBeGreaterThan(reading?.value ?? 0);
    expect(reading?.score).toBeGreaterThan(0.5);
  });

  it("does not take the weekend for an incident, and sees one hidden in it", () => {
    const [saturday, quiet] = [5 + 7 * 22, 2 + 7 * 22];
    const flat = (t: number): number => (t === saturday ? 0.45 : 1);
    expect(alarms(read(daily(180, "weekend", flat)))).toContain(saturday);
    expect(alarms(read(daily(180, "weekend")))).not.toContain(quiet);
  });

  it("sees the second outage as well as the first", () => {
    const twice = read(daily(200, "twice", (t) => (t === 120 || t === 160 ? 0.4 : 1)));
    expect(alarms(twice)).toEqual(expect.arrayContaining([120, 160]));
  });

  it("alarms once for a lasting fall, then takes the new level for normal", () => {
    const readings = read(daily(220, "fall", (t) => (t < 130 ? 1 : 0.6)));
    const late = alarms(readings).filter((t) => t >= 130);
    expect(late[0]).toBeLessThan(137);
    expect(late.filter((t) => t > 150)).toEqual([]);
    const last = readings.at(-1);
    expect(last?.interval[0]).toBeLessThan(last?.value ?? 0);
    expect(last?.interval[1]).toBeGreaterThan(last?.value ?? 0);
  });
});

describe("OnlineDetector in general", () => {
  it("repeats no alarm within the cool-down unless it gets clearly worse", () => {
    const readings = read(
      daily(160, "long", (t) => (t >= 140 && t < 145 ? 0.3 : 1)),
      { cooldownSlots: 14 },
    );
    const episode = alarms(readings).filter((t) => t >= 140 && t < 154);
    expect(episode.length).toBeGreaterThanOrEqual(1);
    expect(episode.length).toBeLessThanOrEqual(2);
    expect(readings.slice(140, 145).every((r) => (r?.strangeness ?? 0) > 0.3)).toBe(true);
  });

  it("keeps quiet below the minimum effect", () => {
    const steady = Array.from({ length: 120 }, (_, t) => 1000 + ((t * 7919) % 5) + (t === 100 ? 40 : 0));
    expect(alarms(read(steady, { minimumRelativeChange: 0.01 }))).toContain(100);
    expect(alarms(read(steady, { minimumRelativeChange: 0.05 }))).toEqual([]);
    expect(alarms(read(steady, { minimumAbsoluteChange: 100 }))).toEqual([]);
  });

  it("knows that small counts vary", () => {
    let [plain, aware] = [0, 0];
    for (let seed = 0; seed < 20; seed++) {
      const random = createRandom(seed);
      const counts = Array.from({ length: 300 }, () => drawPoisson(random, 0.4));
      plain += alarms(read(counts)).length;
      aware += alarms(read(counts, { counts: true })).length;
    }
    expect(aware).toBeLessThanOrEqual(plain);
    expect(aware / 20).toBeLessThan(1);
    const random = createRandom("burst");
    const burst = Array.from({ length: 200 }, (_, t) => drawPoisson(random, t === 180 ? 12 : 0.8));
    expect(alarms(read(burst, { counts: true }))).toContain(180);
  });

  it("uses nothing that comes later", () => {
    const values = daily(150, "prefix", (t) => (t === 100 ? 0.4 : 1));
    expect(read(values).slice(0, 110)).toEqual(read(values.slice(0, 110)));
  });

  it("neither alarms on known events nor learns them as usual", () => {
    const sale = (t: number): boolean => t === 100 || t === 101 || t === 102;
    const values = daily(160, "sale", (t) => (sale(t) ? 5 : t === 140 ? 0.4 : 1));
    const told = replayDetector(values, {}, { known: sale });
    const untold = replayDetector(values);
    if (!told.ok || !untold.ok) throw new Error("refused");
    expect(told.value.estimate.alarms.map((a) => a.slot)).toEqual([140]);
    expect(untold.value.estimate.alarms.map((a) => a.slot)).toContain(100);
    expect(told.value.estimate.readings[101]).toMatchObject({ score: 0, strangeness: 0, value: values[101] });
  });

  it("says how often it would have alarmed on a history, and when it had too little of it", () => {
    const replayed = replayDetector(daily(365, "history"));
    if (!replayed.ok) throw new Error("refused");
    expect(replayed.value.n).toBe(365);
    expect(replayed.value.warnings).toEqual([]);
    const short = replayDetector(daily(20, "history"));
    expect(short).toMatchObject({ value: { warnings: [{ code: "anomaly/warming-up" }], estimate: { alarms: [] } } });
    expect(replayDetector([])).toMatchObject({ error: { definition: { code: "statistics/empty-input" } } });
  });

  it("skips missing values and answers finite numbers within [0, 1) for anything else", () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.constant(Number.NaN),
      fc.constant(0),
      fc.double({ min: -1e9, max: 1e9 }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 120 }), fc.boolean(), (values, relative) => {
        for (const [slot, reading] of read(values, { relative }).entries()) {
          const given = values[slot] ?? null;
          expect(reading === null).toBe(given === null || Number.isNaN(given));
          if (reading === null) continue;
          for (const part of [reading.expected, ...reading.interval, reading.score, reading.strangeness]) {
            expect(Number.isFinite(part)).toBe(true);
          }
          expect(reading.score).toBeGreaterThanOrEqual(0);
          expect(reading.strangeness).toBeLessThan(1);
          expect(reading.interval[0]).toBeLessThanOrEqual(reading.interval[1]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("finds the same alarms whatever the unit", () => {
    const values = daily(200, "unit", (t) => (t === 150 ? 0.4 : 1));
    expect(alarms(read(values.map((v) => v * 1000)))).toEqual(alarms(read(values)));
  });

  it("never alarms on constants and zeros", () => {
    expect(alarms(read(Array.from({ length: 200 }, () => 5)))).toEqual([]);
    expect(alarms(read(Array.from({ length: 200 }, () => 0)))).toEqual([]);
  });

  it("refuses options that make no sense", () => {
    for (const options of [{ stepMs: 0 }, { periods: [1] }, { windows: [2.5] }, { cooldownSlots: -1 }]) {
      const created = OnlineDetector.create(options);
      expect(created).toMatchObject({ error: { definition: { code: "statistics/out-of-range" } } });
    }
  });
});
