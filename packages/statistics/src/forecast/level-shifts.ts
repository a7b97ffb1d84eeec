import { median, medianAbsoluteDeviation } from "../foundation/descriptive.ts";

/** A lasting jump of the level between two neighbouring windows. */
export interface LevelShift {
  /** First slot of the new level. */
  readonly at: number;
  /** New level minus old, in the series' unit. */
  readonly size: number;
  /** Size in robust standard deviations of such differences elsewhere in the series. */
  readonly strength: number;
}

/**
 * Finds jumps by comparing the medians of the `window` slots before and after each slot; a jump must stand out from such
 * differences elsewhere, exceed `smallest`, and last for the whole series up to the next jump.
 * @param level a series without season (level plus noise)
 */
export function findLevelShifts(level: ArrayLike<number>, window: number, smallest: number): LevelShift[] {
  const y = Array.from(level);
  const n = y.length;
  if (n < 4 * window) return [];
  const differences: number[] = [];
  for (let k = window; k <= n - window; k++) {
    differences.push(median(y.slice(k, k + window)) - median(y.slice(k - window, k)));
  }
  const scale = Math.max(1.4826 * medianAbsoluteDeviation(differences), 1e-12);
  const found: LevelShift[] = [];
  const sizes = differences.map(Math.abs);
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i] ?? 0;
    if (size < smallest || size < 5 * scale) continue;
    const near = sizes.slice(Math.max(0, i - window), i + window + 1);
    if (size < Math.max(...near) || sizes.indexOf(size) !== i) continue;
    found.push({ at: sharpen(y, i + window, window), size: differences[i] ?? 0, strength: size / scale });
  }
  const lasting: LevelShift[] = [];
  found.forEach((shift, i) => {
    const [from, to] = [lasting.at(-1)?.at ?? 0, found[i + 1]?.at ?? n];
    if (to - shift.at < window || !lasts(y, shift, from, to)) return;
    // The largest of many differences overstates the jump; twice the window on each side, as far as it goes, does not.
    const before = median(y.slice(Math.max(from, shift.at - 2 * window), shift.at));
    const after = median(y.slice(shift.at, Math.min(to, shift.at + 2 * window)));
    lasting.push({ ...shift, size: after - before });
  });
  return lasting;
}

/** The split near `about` that leaves least absolute deviation from the two medians. */
function sharpen(y: readonly number[], about: number, window: number): number {
  const before = median(y.slice(about - window, about));
  const after = median(y.slice(about, about + window));
  let [best, least] = [about, Number.POSITIVE_INFINITY];
  for (let split = about - Math.floor(window / 2); split <= about + Math.floor(window / 2); split++) {
    let cost = 0;
    for (let t = about - window; t < about + window; t++) {
      cost += Math.abs((y[t] ?? 0) - (t < split ? before : after));
    }
    if (cost < least) [best, least] = [split, cost];
  }
  return best;
}

/** True when the whole stretch after the jump stays on the new side of the middle between the levels. */
function lasts(y: readonly number[], shift: LevelShift, from: number, to: number): boolean {
  const [before, after] = [median(y.slice(from, shift.at)), median(y.slice(shift.at, to))];
  return Math.sign(after - before) === Math.sign(shift.size) && Math.abs(after - before) > 0.5 * Math.abs(shift.size);
}
