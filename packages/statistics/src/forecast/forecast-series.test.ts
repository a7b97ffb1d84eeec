import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { addDays, type CalendarDate, calendarDate, daysBetween, fromEpochDay, toEpochDay } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawPoisson } from "../foundation/random/counts.ts";
import { drawNormal } from "../foundation/random/draws.ts";
import { createRandom } from "../foundation/random/generator.ts";
import { intervalCoverage } from "./accuracy.ts";
import type { ForecastOptions, SeriesInput } from "./forecast-input.ts";
import { forecastSeries, type SeriesForecast } from "./forecast-series.ts";

const WEEK = [0.8, 0.85, 0.9, 1, 1.2, 1.5, 1.3];
const START = calendarDate("2023-01-01");

function forecast(input: SeriesInput, options: ForecastOptions): SeriesForecast {
  const result = forecastSeries(input, options);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

/** Daily sales with weekly season, growth, 8 % noise and a factor per day. */
function sales(
  days: number,
  seed: number | string,
  factor: (day: CalendarDate, t: number) => number = () => 1,
): number[] {
  const random = createRandom(seed);
  return Array.from({ length: days }, (_, t) => {
    const base = 1000 * (WEEK[t % 7] ?? 1) * (1 + 0.0005 * t);
    return base * factor(addDays(START, t), t) * Math.exp(drawNormal(random, 0, 0.08));
  });
}

const meanRelativeError = (actual: readonly number[], points: readonly number[]): number =>
  actual.reduce((sum, value, k) => sum + Math.abs(value - (points[k] ?? 0)) / value, 0) / actual.length;

const codes = (f: SeriesForecast): string[] => f.warnings.map((w) => w.code);

/** Revenue per day of sale rows (no cancellations, positive price) of the shared shop data. */
function retailRevenue(): number[] {
  const packed = readFileSync("../shared/data/online-retail/online_retail_2010-12_2011-09.csv.gz");
  const revenue = new Map<number, number>();
  for (const line of gunzipSync(packed).toString("utf8").trim().split("\n").slice(1)) {
    const row = /^([^,]*),[^,]*,(?:"(?:[^"]|"")*"|[^,]*),(-?\d+),(\d{4}-\d\d-\d\d)[^,]*,([-\d.]+),/.exec(line);
    if (row === null || (row[1] ?? "").startsWith("C") || Number(row[2]) <= 0 || Number(row[4]) <= 0) continue;
    const day = toEpochDay(calendarDate(row[3] ?? ""));
    revenue.set(day, (revenue.get(day) ?? 0) + Number(row[2]) * Number(row[4]));
  }
  const first = Math.min(...revenue.keys());
  return Array.from({ length: Math.max(...revenue.keys()) - first + 1 }, (_, k) => revenue.get(first + k) ?? 0);
}

describe("forecastSeries on a real shop", () => {
  const values = retailRevenue();

  it("reads the data as published", () => {
    expect(values.reduce((sum, v) => sum + v, 0)).toBeCloseTo(6_558_829.82, 1);
    expect(values).toHaveLength(283);
  });

  it("beats seasonal naive by rolling origin at one, two and four weeks, with honest intervals", () => {
    for (const horizon of [7, 14, 28]) {
      const { accuracy } = forecast(
        { values, frequency: "day", start: calendarDate("2010-12-01") },
        { horizon, folds: 8 },
      );
      expect(accuracy.folds).toBe(8);
      expect((accuracy.mase ?? 9) / (accuracy.seasonalNaiveMase ?? 1)).toBeLessThan(0.95);
      expect(accuracy.coverage).toBeGreaterThan(0.7);
      expect(accuracy.coverage).toBeLessThan(0.92);
    }
  });

  it("knows that the shop is closed on Saturdays", () => {
    const start = calendarDate("2010-12-01");
    const { estimate, interval, dates } = forecast({ values, frequency: "day", start }, { horizon: 14, folds: 2 });
    dates?.forEach((date, k) => {
      const saturday = new Date(`${date}T00:00:00Z`).getUTCDay() === 6;
      expect((estimate[k] ?? 0) === 0).toBe(saturday);
      expect(interval[1][k] === 0).toBe(saturday);
    });
  });
});

describe("known events", () => {
  const spring = ["2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17"].map(calendarDate);
  const events = [
    {
      name: "618",
      occurrences: ["2023", "2024", "2025"].map((y) => ({
        start: calendarDate(`${y}-06-16`),
        end: calendarDate(`${y}-06-18`),
      })),
      leadDays: 3,
      lagDays: 2,
    },
    { name: "春节", occurrences: spring.map((start) => ({ start, end: addDays(start, 6) })), leadDays: 2 },
  ];
  const effect = (day: CalendarDate): number => {
    const md = day.slice(5);
    if (md >= "06-16" && md <= "06-18") return md === "06-18" ? 5 : 2.5;
    if ((md >= "06-13" && md < "06-16") || md === "06-19" || md === "06-20") return 0.75;
    return spring.some((feast) => daysBetween(feast, day) >= 0 && daysBetween(feast, day) <= 6) ? 0.4 : 1;
  };

  it("learns a sale with its shadows before and after, and forecasts the next one", () => {
    const known = daysBetween(START, calendarDate("2025-06-08"));
    const values = sales(known + 14, "618", effect);
    const input: SeriesInput = { values: values.slice(0, known), frequency: "day", start: START };
    const blind = forecast(input, { horizon: 14, folds: 3 });
    const seeing = forecast({ ...input, events }, { horizon: 14, folds: 3 });
    const actual = values.slice(known);
    expect(meanRelativeError(actual, seeing.estimate)).toBeLessThan(0.12);
    expect(meanRelativeError(actual, blind.estimate)).toBeGreaterThan(0.2);
    const last = seeing.events.find((e) => e.event === "618" && e.phase === "last");
    expect(last?.kind).toBe("factor");
    expect(last?.interval[0]).toBeLessThan(5);
    expect(last?.interval[1]).toBeGreaterThan(5);
    const lead = seeing.events.find((e) => e.event === "618" && e.phase === "lead-1");
    expect(lead?.effect).toBeCloseTo(0.75, 0);
    expect(lead?.interval[1]).toBeLessThan(1);
  });

  it("follows the lunar calendar by the dates it is given", () => {
    const known = daysBetween(START, calendarDate("2026-02-10"));
    const values = sales(known + 14, "spring", effect);
    const input: SeriesInput = { values: values.slice(0, known), frequency: "day", start: START, events };
    const { estimate, dates } = forecast(input, { horizon: 14, folds: 3 });
    expect(meanRelativeError(values.slice(known), estimate)).toBeLessThan(0.12);
    const typical = estimate.map((point, k) => point / (WEEK[(known + k) % 7] ?? 1));
    const low = dates?.filter((_, k) => (typical[k] ?? 0) < 0.6 * (typical[0] ?? 0));
    expect(low).toEqual(Array.from({ length: 7 }, (_, k) => addDays(calendarDate("2026-02-17"), k)));
  });

  it("says when an event has never happened before", () => {
    const party = { name: "周年庆", occurrences: [{ start: addDays(START, 105) }] };
    const input: SeriesInput = { values: sales(100, 3), frequency: "day", start: START, events: [party] };
    expect(codes(forecast(input, { horizon: 14, folds: 1 }))).toContain("forecast/event-without-past");
  });
});

describe("several seasons, shifts, gaps and zeros", () => {
  it("forecasts week and year together from two years on", () => {
    const wave = (_: CalendarDate, t: number): number => 1 + 0.3 * Math.sin((2 * Math.PI * t) / 365.25);
    const values = sales(1100, "year", wave);
    const f = forecast({ values: values.slice(0, 1040), frequency: "day" }, { horizon: 60, folds: 3 });
    expect(meanRelativeError(values.slice(1040), f.estimate)).toBeLessThan(0.1);
  });

  it("brings the past to today's level after a lasting shift", () => {
    const values = sales(328, "shift", (_, t) => (t < 280 ? 1 : 1.6));
    const f = forecast({ values: values.slice(0, 300), frequency: "day" }, { horizon: 28 });
    expect(codes(f)).toContain("forecast/level-shift");
    expect(meanRelativeError(values.slice(300), f.estimate)).toBeLessThan(0.1);
  });

  it("fills gaps and says so", () => {
    const full = sales(228, "gaps");
    const holed = full.slice(0, 200).map((value, t) => (t % 11 === 0 || (t > 90 && t < 100) ? null : value));
    const f = forecast({ values: holed, frequency: "day" }, { horizon: 28 });
    expect(codes(f)).toContain("forecast/gaps");
    expect(meanRelativeError(full.slice(200), f.estimate)).toBeLessThan(0.12);
  });

  it("forecasts the rate, not the median, of a rare demand", () => {
    const random = createRandom("rare");
    const values = Array.from({ length: 200 }, () => (random.uniform() < 0.3 ? 1 + drawPoisson(random, 2) : 0));
    const f = forecast({ values, frequency: "day" }, { horizon: 14 });
    expect(f.estimate[0]).toBeGreaterThan(0.4);
    expect(f.estimate[0]).toBeLessThan(1.6);
    expect(f.interval[0][0]).toBe(0);
  });

  it("keeps the promised coverage on series it has not seen", () => {
    let inside = 0;
    for (let seed = 0; seed < 12; seed++) {
      const values = sales(214, seed);
      const f = forecast({ values: values.slice(0, 200), frequency: "day" }, { horizon: 14, folds: 5 });
      inside += intervalCoverage(values.slice(200), f.interval[0], f.interval[1]) / 12;
    }
    expect(inside).toBeGreaterThan(0.7);
    expect(inside).toBeLessThan(0.92);
  });

  it("works on weeks and months", () => {
    const weekly = forecast({ values: sales(80, "w"), frequency: "week", start: START }, { horizon: 8 });
    expect(weekly.dates?.[0]).toBe(addDays(START, 560));
    const year = [1, 0.8, 0.9, 1, 1, 1.3, 1, 0.9, 1, 1.1, 1.8, 1.2];
    const values = Array.from({ length: 48 }, (_, t) => 100 * (year[t % 12] ?? 1) * (1 + t / 100));
    const monthly = forecast({ values, frequency: "month", start: START }, { horizon: 12 });
    const truth = Array.from({ length: 12 }, (_, k) => 100 * (year[k] ?? 1) * (1.48 + k / 100));
    expect(meanRelativeError(truth, monthly.estimate)).toBeLessThan(0.05);
    expect(monthly.dates?.[11]).toBe("2027-12-01");
  });
});

describe("any input", () => {
  it("gives finite ordered numbers or a named refusal", () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.constant(0),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer(),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (values, horizon) => {
        const result = forecastSeries({ values, frequency: "day" }, { horizon, folds: 2 });
        if (!result.ok) {
          expect(result.error.definition.code).toMatch(/^statistics\//);
          return;
        }
        const { estimate, interval } = result.value;
        expect(estimate).toHaveLength(horizon);
        estimate.forEach((point, k) => {
          expect(Number.isFinite(point)).toBe(true);
          expect(interval[0][k]).toBeLessThanOrEqual(point);
          expect(interval[1][k]).toBeGreaterThanOrEqual(point);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("scales with the unit", () => {
    const values = sales(120, "scale");
    const base = forecast({ values, frequency: "day" }, { horizon: 7, folds: 3 });
    const cents = forecast({ values: values.map((v) => v * 100), frequency: "day" }, { horizon: 7, folds: 3 });
    expect(cents.method).toBe(base.method);
    cents.estimate.forEach((point, k) => expect(point / 100 / (base.estimate[k] ?? 1)).toBeCloseTo(1, 3));
    cents.interval[1].forEach((end, k) => expect(end / 100 / (base.interval[1][k] ?? 1)).toBeCloseTo(1, 2));
  });

  it("answers honestly where there is little to say", () => {
    const constant = forecast({ values: Array.from({ length: 40 }, () => 7), frequency: "day" }, { horizon: 3 });
    expect(constant.estimate.every((v) => Math.abs(v - 7) < 1e-6)).toBe(true);
    expect(codes(constant)).toContain("forecast/constant");
    const zero = forecast({ values: Array.from({ length: 40 }, () => 0), frequency: "day" }, { horizon: 3 });
    expect(zero.estimate).toEqual([0, 0, 0]);
    expect(codes(zero)).toContain("forecast/all-zero");
    const short = forecast({ values: [3, 4, 5, 4], frequency: "day" }, { horizon: 2 });
    expect(codes(short)).toEqual(expect.arrayContaining(["forecast/no-rehearsal", "forecast/short-for-season"]));
    expect(short.accuracy).toMatchObject({ folds: 0, mase: null, coverage: null });
  });

  it("refuses what cannot be forecast", () => {
    const refused = (values: (number | null)[], options: ForecastOptions): string | null => {
      const result = forecastSeries({ values, frequency: "day" }, options);
      return result.ok ? null : result.error.definition.code;
    };
    expect(refused([], { horizon: 3 })).toBe("statistics/empty-input");
    expect(refused([1, null, 2], { horizon: 3 })).toBe("statistics/too-few");
    expect(refused([1, Number.NaN, 2, 3], { horizon: 3 })).toBe("statistics/not-finite");
    expect(refused([1, 2, 3], { horizon: 0 })).toBe("statistics/out-of-range");
    expect(refused([1, 2, 3], { horizon: 3, level: 1 })).toBe("statistics/out-of-range");
    expect(refused([1, 2, 3], { horizon: 3, period: 0.5 })).toBe("statistics/out-of-range");
    const events = [{ name: "618", occurrences: [{ start: fromEpochDay(20_000) }] }];
    const undated = forecastSeries({ values: [1, 2, 3, 4], frequency: "day", events }, { horizon: 2 });
    expect(undated).toMatchObject({ error: { definition: { code: "statistics/out-of-range" } } });
  });
});
