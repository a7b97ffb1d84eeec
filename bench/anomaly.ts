import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unwrap } from "@yutu/kernel";
import {
  type AdditiveCell,
  createRandom,
  detectAnomalies,
  drawNormal,
  explainAdditiveChange,
  inferStepMs,
  NAB_REWARD_LOW_FALSE_NEGATIVES,
  NAB_REWARD_LOW_FALSE_POSITIVES,
  NAB_STANDARD,
  type NabSeries,
  nabScore,
  OnlineDetector,
  slotOf,
} from "@yutu/statistics";
import { type BenchRow, measure, printRows } from "./measure.ts";
import { type Figure, report } from "./record.ts";

const FIVE_MINUTES_MS = 300_000;
const WEEK = [0.8, 0.85, 0.9, 1, 1.2, 1.5, 1.3];

function dailySales(days: number): number[] {
  const random = createRandom(days);
  return Array.from({ length: days }, (_, t) => 1000 * (WEEK[t % 7] ?? 1) * Math.exp(drawNormal(random, 0, 0.1)));
}

function fiveMinuteTraffic(readings: number): number[] {
  const random = createRandom(readings);
  return Array.from({ length: readings }, (_, t) => {
    return 50 + 30 * Math.sin((2 * Math.PI * t) / 288) + drawNormal(random, 0, 4);
  });
}

/** channel × region × product × device cells, one slice of which broke. */
function cube(cells: number): AdditiveCell[] {
  const random = createRandom(cells);
  const products = Math.ceil(cells / (8 * 10 * 3));
  return Array.from({ length: cells }, (_, i) => {
    const dimensions = {
      channel: `c${i % 8}`,
      region: `r${Math.floor(i / 8) % 10}`,
      device: `d${Math.floor(i / 80) % 3}`,
      product: `p${Math.floor(i / 240) % products}`,
    };
    const before = Math.round(100 + 900 * random.uniform());
    const factor = dimensions.channel === "c3" && dimensions.region === "r7" ? 0.3 : 1;
    return { dimensions, before, after: before * factor };
  });
}

/** Times detection and root cause. */
export function benchAnomaly(): BenchRow[] {
  const watch = (values: readonly number[], stepMs: number): void => {
    const detector = unwrap(OnlineDetector.create({ stepMs }));
    values.forEach((value, slot) => detector.push(slot, value));
  };
  return [
    measure("online, five-minute readings", [10_000, 80_000], fiveMinuteTraffic, (v) => watch(v, FIVE_MINUTES_MS), 1),
    measure("online, days", [365, 3_650], dailySales, (v) => watch(v, 86_400_000)),
    measure("look back over days", [365, 1_460], dailySales, (values) =>
      unwrap(detectAnomalies({ values, frequency: "day" })),
    ),
    measure("root cause over cells of 4 dimensions", [2_400, 24_000], cube, (cells) =>
      unwrap(explainAdditiveChange(cells)),
    ),
  ];
}

/** Runs the default detector over a folder of labelled series in the benchmark's layout (windows.json beside it). */
export function scoreFolder(folder: string, windowsFile = join(folder, "windows.json")): Figure[] {
  const labels = JSON.parse(readFileSync(windowsFile, "utf8")) as Record<string, [string, string][]>;
  const corpus = Object.entries(labels).flatMap(([name, limits]): NabSeries[] => {
    const file = join(folder, name);
    return existsSync(file) ? [scoreSeries(readFileSync(file, "utf8"), limits)] : [];
  });
  const profiles = {
    standard: NAB_STANDARD,
    "few false alarms": NAB_REWARD_LOW_FALSE_POSITIVES,
    "few misses": NAB_REWARD_LOW_FALSE_NEGATIVES,
  };
  return Object.entries(profiles).map(([name, profile]): Figure => {
    const { score, detectedWindows, windows, falsePositives, threshold } = nabScore(corpus, profile);
    const found = `${detectedWindows}/${windows} found, ${falsePositives} false, at ${threshold.toFixed(3)}`;
    const bar = name === "standard" ? { bar: "≥ 60", isMet: score >= 60 } : {};
    return { task: `NAB ${name}`, size: `${corpus.length} series`, value: `${score.toFixed(1)} (${found})`, ...bar };
  });
}

function scoreSeries(text: string, limits: readonly (readonly [string, string])[]): NabSeries {
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(","));
  const stamps = rows.map((row) => row[0] ?? "");
  const timesMs = stamps.map((stamp) => Date.parse(`${stamp.replace(" ", "T")}Z`));
  const stepMs = inferStepMs(timesMs);
  const detector = unwrap(OnlineDetector.create({ stepMs }));
  const scores = rows.map((row, i) => detector.push(slotOf(timesMs[i] ?? 0, stepMs), Number(row[1]))?.score ?? 0);
  const at = (stamp: string): number => stamps.indexOf(stamp.slice(0, 19));
  return { scores, windows: limits.map(([first, last]) => [at(first), at(last)] as const) };
}

/** `npx tsx bench/anomaly.ts [folder of labelled series] [windows file]` */
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2] ?? "../shared/data/anomaly";
  if (existsSync(folder)) report("Anomalies (labelled series)", scoreFolder(folder, process.argv[3]));
  printRows("Anomalies and root cause", benchAnomaly());
}
