import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NAB_STANDARD, nabProbation, nabScore, nabSigmoid } from "./nab-score.ts";
import { OnlineDetector } from "./online-detector.ts";
import { inferStepMs, slotOf } from "./sampling.ts";

const DATA = "../shared/data/anomaly";

interface Labelled {
  readonly timesMs: readonly number[];
  readonly values: readonly number[];
  readonly windows: readonly (readonly [number, number])[];
}

function load(name: string, limits: readonly (readonly [string, string])[]): Labelled {
  const lines = readFileSync(`${DATA}/${name}`, "utf8").trim().split("\n").slice(1);
  const rows = lines.map((line) => line.split(","));
  const stamps = rows.map((row) => row[0] ?? "");
  const at = (stamp: string): number => stamps.indexOf(stamp.slice(0, 19));
  return {
    timesMs: stamps.map((stamp) => Date.parse(`${stamp.replace(" ", "T")}Z`)),
    values: rows.map((row) => Number(row[1])),
    windows: limits.map(([first, last]) => [at(first), at(last)] as const),
  };
}

const labels = JSON.parse(readFileSync(`${DATA}/windows.json`, "utf8")) as Record<string, [string, string][]>;
const corpus = Object.entries(labels).map(([name, limits]) => load(name, limits));

function ourScores({ timesMs, values }: Labelled): Float64Array {
  const stepMs = inferStepMs(timesMs);
  const detector = OnlineDetector.create({ stepMs });
  if (!detector.ok) throw new Error(detector.error.detail);
  const scores = new Float64Array(values.length);
  timesMs.forEach((time, i) => {
    scores[i] = detector.value.push(slotOf(time, stepMs), values[i] ?? null)?.score ?? 0;
  });
  return scores;
}

/** The benchmark's reference detector: distance from the mean of everything seen, in standard deviations. */
function windowedGaussianScores({ values }: Labelled): Float64Array {
  let [n, mean, squares] = [0, 0, 0];
  return Float64Array.from(values, (value) => {
    const sd = n > 0 ? Math.sqrt(squares / n) || 1e-6 : 1;
    const score = n > 0 ? Math.abs(value - mean) / sd : 0;
    n++;
    const change = value - mean;
    mean += change / n;
    squares += change * (value - mean);
    return score;
  });
}

describe("nabScore", () => {
  it("has the sigmoid values of the paper", () => {
    expect(nabSigmoid(-1)).toBeCloseTo(0.98661, 5);
    expect(nabSigmoid(-0.5)).toBeCloseTo(0.84828, 5);
    expect(nabSigmoid(0)).toBe(0);
    expect(nabSigmoid(1)).toBeCloseTo(-0.98661, 5);
    expect(nabSigmoid(3.01)).toBe(-1);
  });

  it("keeps 15 % of the rows, at most 750, out of the score", () => {
    expect(nabProbation(1000)).toBe(150);
    expect(nabProbation(50_000)).toBe(750);
  });

  it("scores a hand-computed corpus", () => {
    // 100 rows, window 50..59, alarms at 55 (6 of 10 rows from its right edge, inclusive) and far before at 30.
    const scores = new Float64Array(100);
    scores[55] = 1;
    scores[30] = 1;
    const inside = nabSigmoid(-0.5) / nabSigmoid(-1);
    const raw = inside - NAB_STANDARD.falsePositive;
    const scored = nabScore([{ scores, windows: [[50, 59]] }]);
    expect(scored.raw).toBeCloseTo(raw, 12);
    expect(scored.score).toBeCloseTo((100 * (raw + 1)) / 2, 10);
    expect(scored).toMatchObject({ detectedWindows: 1, falsePositives: 1, threshold: 1 });
  });

  it("gives 0 to a silent detector and 100 to one that alarms on the first row of each window only", () => {
    const windows = [
      [300, 340],
      [700, 720],
    ] as const;
    expect(nabScore([{ scores: new Float64Array(1000), windows }]).score).toBe(0);
    const scores = new Float64Array(1000);
    scores[300] = 1;
    scores[700] = 1;
    expect(nabScore([{ scores, windows }]).score).toBeCloseTo(100, 10);
  });

  it("costs less for a false alarm just after a window than far from any", () => {
    const late = new Float64Array(1000);
    late[300] = 1;
    late[345] = 1;
    const early = new Float64Array(1000);
    early[300] = 1;
    early[200] = 1;
    const windows = [[300, 340]] as const;
    expect(nabScore([{ scores: late, windows }]).raw).toBeGreaterThan(nabScore([{ scores: early, windows }]).raw);
  });
});

describe("the shared benchmark part", () => {
  it("scores the benchmark's windowed Gaussian as published: 37.0 on these files", () => {
    const scored = nabScore(corpus.map((s) => ({ scores: windowedGaussianScores(s), windows: s.windows })));
    expect(scored.windows).toBe(50);
    expect(Math.abs(scored.score - 37.0)).toBeLessThan(1.5);
  });

  it("scores our online detector above 60, at the benchmark's best threshold and at the default alarm level", () => {
    const scored = corpus.map((series) => ({ scores: ourScores(series), windows: series.windows }));
    expect(nabScore(scored).score).toBeGreaterThan(65);
    const alarms = scored.map(({ scores, windows }) => ({ scores: scores.map((s) => (s >= 0.5 ? 1 : 0)), windows }));
    expect(nabScore(alarms).score).toBeGreaterThan(65);
  });
});
