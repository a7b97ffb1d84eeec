import type { ResolvedChannel } from "./allocation-problem.ts";

/** A channel's possible spends with their responses; between neighbours everything or nothing is possible. */
export interface ChoicePoints {
  readonly spends: Float64Array;
  readonly responses: Float64Array;
  /** 1 where any spend between point k and k + 1 is possible. */
  readonly open: Uint8Array;
  /** Largest distance of the curve above its straight lines. */
  readonly error: number;
}

const GRID = 1000;
const MOST_STEPS = 5000;

/**
 * Points of a channel. Steps give their multiples; otherwise a grid in parts of the budget (not of the channel's limits,
 * so that wider limits only add points), with the limits, the current spend and the minimum buy as further points.
 */
export function choicePoints(channel: ResolvedChannel, budget: number): ChoicePoints {
  const { low, high, gapTo, step, current } = channel;
  const top = Math.min(high, budget);
  const start = gapTo > 0 ? Math.min(gapTo, top) : low;
  const points = new Set<number>([low]);
  const stepped = step > 1 && (top - start) / step <= MOST_STEPS;
  const spacing = stepped ? step : Math.max(step, Math.ceil(budget / GRID / step) * step);
  for (let spend = Math.ceil(start / spacing) * spacing; spend <= top; spend += spacing) points.add(spend);
  if (!stepped) {
    points.add(start);
    points.add(Math.floor(top / step) * step);
    // Curves bend most at their beginning: halve the first cell a few times.
    for (let width = spacing / 2; width >= step && width > spacing / 2000; width /= 2) {
      const extra = start + Math.ceil(width / step) * step;
      if (extra <= top) points.add(extra);
    }
  }
  if (current !== null && current >= start && current <= top && current % step === 0) points.add(current);
  const spends = Float64Array.from(points).sort();
  const responses = spends.map((spend) => channel.curve.response(spend));
  const open = new Uint8Array(Math.max(0, spends.length - 1));
  let error = 0;
  for (let k = 0; k < open.length; k++) {
    const [from, to] = [spends[k] ?? 0, spends[k + 1] ?? 0];
    open[k] = stepped || (from === 0 && gapTo > 0 && to >= gapTo) || to - from <= 1 ? 0 : 1;
    if (open[k] === 0) continue;
    const middle = channel.curve.response((from + to) / 2);
    error = Math.max(error, middle - ((responses[k] ?? 0) + (responses[k + 1] ?? 0)) / 2);
  }
  return { spends, responses, open, error };
}

/** Upper concave hull of the points `from` … `to`: positions of its corners, ascending (Andrew's monotone chain). */
export function upperHull(points: ChoicePoints, from: number, to: number): Int32Array {
  const { spends, responses } = points;
  const corners: number[] = [];
  const slope = (a: number, b: number): number =>
    ((responses[b] ?? 0) - (responses[a] ?? 0)) / ((spends[b] ?? 0) - (spends[a] ?? 0));
  for (let k = from; k <= to; k++) {
    while (corners.length > 1) {
      const [before = 0, last = 0] = corners.slice(-2);
      if (slope(before, last) > slope(last, k)) break;
      corners.pop();
    }
    corners.push(k);
  }
  return Int32Array.from(corners);
}
