import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { addDays, calendarDate, toEpochDay, unwrap } from "@yutu/kernel";
import {
  createRandom,
  drawNormal,
  fitEts,
  forecastSeries,
  type KnownEvent,
  type SeriesInput,
  selectEts,
} from "@yutu/statistics";
import { type BenchRow, measure, printRows } from "./measure.ts";
import { type Figure, report } from "./record.ts";

const WEEK = [0.8, 0.85, 0.9, 1, 1.2, 1.5, 1.3];
const START = calendarDate("2022-01-01");
const RETAIL = "../shared/data/online-retail/online_retail_2010-12_2011-09.csv.gz";

function dailySales(days: number): number[] {
  const random = createRandom(days);
  return Array.from({ length: days }, (_, t) => {
    return 1000 * (WEEK[t % 7] ?? 1) * (1 + t / 2000) * Math.exp(drawNormal(random, 0, 0.1));
  });
}

const sales: KnownEvent = {
  name: "618",
  occurrences: [0, 1, 2, 3, 4].map((year) => {
    const start = addDays(START, 166 + 365 * year);
    return { start, end: addDays(start, 2) };
  }),
  leadDays: 5,
  lagDays: 3,
};

/** Times forecasting with everything on, and its parts. */
export function benchForecast(): BenchRow[] {
  const input = (days: number): SeriesInput => ({ values: dailySales(days), frequency: "day", start: START });
  const typed = (days: number): Float64Array => Float64Array.from(dailySales(days));
  return [
    measure("forecast of 28 days, 6 rehearsals", [180, 720], input, (i) => unwrap(forecastSeries(i, { horizon: 28 }))),
    measure("the same with an event", [360, 1_440], input, (i) =>
      unwrap(forecastSeries({ ...i, events: [sales] }, { horizon: 28 })),
    ),
    measure("choice of exponential smoothing", [180, 1_440], typed, (y) => selectEts(y, 7)),
    measure("one fit, ETS(M,Ad,M)", [180, 1_440], typed, (y) => fitEts({ error: "M", trend: "Ad", season: "M" }, y, 7)),
  ];
}

/** Daily revenue of the shared shop data. */
function retailRevenue(): number[] {
  const revenue = new Map<number, number>();
  const text = gunzipSync(readFileSync(RETAIL)).toString("utf8");
  for (const line of text.trim().split("\n").slice(1)) {
    const row = /^([^,]*),[^,]*,(?:"(?:[^"]|"")*"|[^,]*),(-?\d+),(\d{4}-\d\d-\d\d)[^,]*,([-\d.]+),/.exec(line);
    if (row === null || (row[1] ?? "").startsWith("C") || Number(row[2]) <= 0 || Number(row[4]) <= 0) continue;
    const day = toEpochDay(calendarDate(row[3] ?? ""));
    revenue.set(day, (revenue.get(day) ?? 0) + Number(row[2]) * Number(row[4]));
  }
  const first = Math.min(...revenue.keys());
  return Array.from({ length: Math.max(...revenue.keys()) - first + 1 }, (_, k) => revenue.get(first + k) ?? 0);
}

/** Rolling-origin accuracy on real daily revenue. */
export function retailAccuracy(): Figure[] {
  const values = retailRevenue();
  return [7, 14, 28].map((horizon): Figure => {
    const { accuracy } = unwrap(forecastSeries({ values, frequency: "day" }, { horizon, folds: 8 }));
    const [ours, floor] = [accuracy.mase ?? Number.NaN, accuracy.seasonalNaiveMase ?? Number.NaN];
    return {
      task: `shop revenue, ${horizon} days ahead`,
      size: `${values.length} days`,
      value: `MASE ${ours.toFixed(3)}, 80 % interval holds ${(100 * (accuracy.coverage ?? 0)).toFixed(0)} %`,
      bar: `seasonal naive ${floor.toFixed(3)}`,
      isMet: ours < floor,
    };
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (existsSync(RETAIL)) report("Forecast (real shop)", retailAccuracy());
  printRows("Forecast", benchForecast());
}
