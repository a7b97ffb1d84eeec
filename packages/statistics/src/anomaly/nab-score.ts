/**
 * Scoring of a detector over labelled series in the manner of the Numenta Anomaly Benchmark
 * (Lavin & Ahmad 2015, "Evaluating Real-Time Anomaly Detection Algorithms", section "Scoring").
 *
 * The earliest detection inside a labelled window earns up to `truePositive`, falling along a sigmoid to 0 at the right
 * edge; every alarmed point outside costs up to `falsePositive` (less just after a window); a window without alarm costs
 * `falseNegative`. One threshold serves the whole corpus and is the best one. 0 is a detector that never alarms, 100 a
 * detector that alarms at the first point of each window and nowhere else.
 */
export interface NabSeries {
  /** One score per row, larger is stranger. */
  readonly scores: ArrayLike<number>;
  /** First and last row of each labelled window, both inside it, in order, not overlapping. */
  readonly windows: readonly (readonly [first: number, last: number])[];
}

/** Weights as magnitudes: what a perfect detection earns, what a false alarm and a missed window cost. */
export interface NabProfile {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

export const NAB_STANDARD: NabProfile = { truePositive: 1, falsePositive: 0.11, falseNegative: 1 };
export const NAB_REWARD_LOW_FALSE_POSITIVES: NabProfile = { truePositive: 1, falsePositive: 0.22, falseNegative: 1 };
export const NAB_REWARD_LOW_FALSE_NEGATIVES: NabProfile = { truePositive: 1, falsePositive: 0.11, falseNegative: 2 };

export interface NabScore {
  /** 100·(raw − null)/(perfect − null). */
  readonly score: number;
  readonly raw: number;
  /** Rows with a score at or above it are alarms; Infinity when never alarming is best. */
  readonly threshold: number;
  readonly windows: number;
  readonly detectedWindows: number;
  /** Alarmed rows outside every window (each one counts, not each episode). */
  readonly falsePositives: number;
}

/** y = 2/(1 + e^{5x}) − 1 of the position relative to a window: −1 its left edge, 0 its right edge, > 3 counts as −1. */
export function nabSigmoid(position: number): number {
  return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
}

/** Rows at the start that are never scored: 15 % of the series, at most 750. */
export const nabProbation = (rows: number): number => Math.min(Math.floor(0.15 * rows), 750);

interface ScoredRow {
  readonly anomaly: number;
  /** What an alarm on this row is worth: positive inside a window, negative outside. */
  readonly worth: number;
  /** Index of the window over the corpus, or -1. */
  readonly window: number;
}

/** The worth of an alarm on each row of one series; rows in probation are left out. */
function rowsOf(series: NabSeries, firstWindow: number, profile: NabProfile): ScoredRow[] {
  const rows: ScoredRow[] = [];
  const count = series.scores.length;
  const probation = nabProbation(count);
  const full = nabSigmoid(-1);
  let next = 0;
  for (let i = 0; i < count; i++) {
    while (next < series.windows.length && (series.windows[next]?.[1] ?? 0) < i) next++;
    const current = series.windows[next];
    const anomaly = series.scores[i] ?? 0;
    if (i < probation) continue;
    if (current !== undefined && i >= current[0]) {
      const width = current[1] - current[0] + 1;
      const worth = (nabSigmoid(-(current[1] - i + 1) / width) * profile.truePositive) / full;
      rows.push({ anomaly, worth, window: firstWindow + next });
      continue;
    }
    const previous = series.windows[next - 1];
    const penalty = previous === undefined ? -1 : nabSigmoid((i - previous[1]) / (previous[1] - previous[0]));
    rows.push({ anomaly, worth: penalty * profile.falsePositive, window: -1 });
  }
  return rows;
}

interface Sweep {
  readonly raw: number;
  readonly threshold: number;
  readonly detected: number;
  readonly falsePositives: number;
}

/** Lowers the threshold through every distinct score and keeps the best total. */
function sweep(rows: readonly ScoredRow[], profile: NabProfile): Sweep {
  const sorted = [...rows].sort((a, b) => b.anomaly - a.anomaly);
  const best = new Map<number, number>();
  for (const row of rows) if (row.window >= 0) best.set(row.window, -profile.falseNegative);
  let raw = -profile.falseNegative * best.size;
  let detected = 0;
  let falsePositives = 0;
  let top: Sweep = { raw, threshold: Number.POSITIVE_INFINITY, detected, falsePositives };
  for (let i = 0; i < sorted.length; i++) {
    const row = sorted[i];
    if (row === undefined) break;
    if (row.window < 0) {
      raw += row.worth;
      falsePositives++;
    } else {
      const before = best.get(row.window) ?? 0;
      if (before === -profile.falseNegative) detected++;
      if (row.worth > before) {
        raw += row.worth - before;
        best.set(row.window, row.worth);
      }
    }
    const last = sorted[i + 1]?.anomaly !== row.anomaly;
    if (last && raw > top.raw) top = { raw, threshold: row.anomaly, detected, falsePositives };
  }
  return top;
}

/** The score of one detector over a corpus. Windows that lie wholly in probation count neither way. */
export function nabScore(corpus: readonly NabSeries[], profile: NabProfile = NAB_STANDARD): NabScore {
  const rows: ScoredRow[] = [];
  let windows = 0;
  for (const series of corpus) {
    for (const row of rowsOf(series, windows, profile)) rows.push(row);
    windows += series.windows.length;
  }
  const top = sweep(rows, profile);
  const nothing = -profile.falseNegative * windows;
  const perfect = profile.truePositive * windows;
  const score = windows === 0 ? 0 : (100 * (top.raw - nothing)) / (perfect - nothing);
  return {
    score,
    raw: top.raw,
    threshold: top.threshold,
    windows,
    detectedWindows: top.detected,
    falsePositives: top.falsePositives,
  };
}
