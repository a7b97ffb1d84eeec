import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/index.ts";
import { backTestMediaMix } from "./back-test-media-mix.ts";
import type { MediaMixData } from "./media-data.ts";

function readTable(file: string): (name: string) => string[] {
  const path = resolve(import.meta.dirname, "../../../../../../shared/data/mmm", file);
  const [head = [], ...rows] = readFileSync(path, "utf8")
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.replaceAll('"', "").split(","));
  return (name) => rows.map((row) => row[head.indexOf(name)] ?? "");
}
const dayOf = (date: string | undefined): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

function meridian(): MediaMixData {
  const column = readTable("meridian_national_all_channels.csv");
  const numbers = (name: string) => column(name).map(Number);
  return {
    outcome: numbers("conversions"),
    valuePerOutcome: numbers("revenue_per_conversion"),
    periodDays: 7,
    firstDay: dayOf(column("time")[0]),
    channels: [
      ...[0, 1, 2, 3, 4].map((i) => ({
        name: `channel ${i}`,
        exposure: numbers(`Channel${i}_impression`),
        spend: numbers(`Channel${i}_spend`),
      })),
      { name: "organic", exposure: numbers("Organic_channel0_impression") },
    ],
    controls: ["competitor_sales_control", "sentiment_score_control", "Promo"].map((name) => ({
      name,
      values: numbers(name),
    })),
  };
}

function robyn(): MediaMixData {
  const column = readTable("robyn_dt_simulated_weekly.csv");
  const numbers = (name: string) => column(name).map(Number);
  const events = column("events");
  const paid = [
    ["tv_S", "tv_S"],
    ["ooh_S", "ooh_S"],
    ["print_S", "print_S"],
    ["facebook_I", "facebook_S"],
    ["search_clicks_P", "search_S"],
  ] as const;
  return {
    outcome: numbers("revenue"),
    periodDays: 7,
    firstDay: dayOf(column("DATE")[0]),
    channels: [
      ...paid.map(([seen, spent]) => ({ name: seen, exposure: numbers(seen), spend: numbers(spent) })),
      { name: "newsletter", exposure: numbers("newsletter") },
    ],
    controls: [
      { name: "competitor", values: numbers("competitor_sales_B") },
      ...[...new Set(events)]
        .filter((event) => event !== "na")
        .map((event) => ({ name: event, values: events.map((e) => (e === event ? 1 : 0)) })),
    ],
  };
}

describe("backTestMediaMix", () => {
  it.each([
    ["Meridian national", meridian()],
    ["Robyn weekly", robyn()],
  ])("%s: better than the seasonal naive forecast, with honest intervals", (_, data) => {
    const options = { folds: 3, horizon: 13, warmUp: 200, draws: 80, thin: 2, random: createRandom(1) };
    const test = unwrap(backTestMediaMix(data, options));
    expect(test.seasonLength).toBe(52);
    expect(test.skill.estimate).toBeGreaterThan(0.15);
    expect(test.meanAbsoluteError).toBeLessThan(test.naiveMeanAbsoluteError);
    expect(test.coverage).toBeGreaterThan(0.85);
    expect(test.folds.map((fold) => fold.forecast.mean.length)).toEqual([13, 13, 13]);
  });

  it("does not look at the outcome it foretells", () => {
    const data = robyn();
    const options = { folds: 1, horizon: 8, warmUp: 60, draws: 20, thin: 1, random: createRandom(1) };
    const changed = Array.from(data.outcome, (v, t) => (t >= data.outcome.length - 8 ? v * 3 : v));
    const honest = unwrap(backTestMediaMix(data, options)).folds[0]?.forecast.mean;
    const same = unwrap(backTestMediaMix({ ...data, outcome: changed }, { ...options, random: createRandom(1) }));
    expect(same.folds[0]?.forecast.mean).toEqual(honest);
  });

  it("refuses to test away what it needs to learn from", () => {
    const tooMuch = backTestMediaMix(meridian(), { folds: 10, horizon: 15, random: createRandom(1) });
    expect(!tooMuch.ok && tooMuch.error.definition.code).toBe("statistics/too-few");
    const none = backTestMediaMix(meridian(), { folds: 0, horizon: 15, random: createRandom(1) });
    expect(!none.ok && none.error.definition.code).toBe("statistics/out-of-range");
  });
});
