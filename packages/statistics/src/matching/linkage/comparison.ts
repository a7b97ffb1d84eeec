import { compareDates, damerauLevenshtein, jaroWinkler, relativeSimilarity } from "../similarity/index.ts";

/** Graded comparison of two present values: 0 is the strongest agreement, `count − 1` is disagreement. */
export interface LevelScale {
  /** Names of the levels, strongest first; the last is the disagreement. */
  readonly levels: readonly string[];
  levelOf(a: string, b: string): number;
}

/** One field of a record and how two of its values are graded. */
export interface FieldComparison<R> {
  readonly name: string;
  /** Normalised value, or null when missing: a missing value is evidence neither way. */
  value(record: R): string | null;
  readonly scale: LevelScale;
  /** Equal rare values (欧阳) weigh more than equal common ones (王). Off for fields whose values are all alike rare. */
  readonly termFrequency?: boolean;
}

/** Equal or not: for codes and identifiers whose errors are not near misses. */
export const exactScale: LevelScale = {
  levels: ["equal", "different"],
  levelOf: (a, b) => (a === b ? 0 : 1),
};

/** Equal, Jaro-Winkler at least each given bound (descending), different: for names and short text. */
export const nameScale = (bounds: readonly number[] = [0.92, 0.8]): LevelScale => ({
  levels: ["equal", ...bounds.map((bound) => `jaro-winkler>=${bound}`), "different"],
  levelOf: (a, b) => {
    if (a === b) return 0;
    const similarity = jaroWinkler(a, b);
    const reached = bounds.findIndex((bound) => similarity >= bound);
    return reached < 0 ? bounds.length + 1 : reached + 1;
  },
});

/** Equal, at most each given number of edits (ascending), different: for codes typed by hand. */
export const editScale = (bounds: readonly number[] = [1, 2]): LevelScale => ({
  levels: ["equal", ...bounds.map((bound) => `edits<=${bound}`), "different"],
  levelOf: (a, b) => {
    if (a === b) return 0;
    const distance = damerauLevenshtein(a, b);
    const reached = bounds.findIndex((bound) => distance <= bound && distance < Math.min(a.length, b.length));
    return reached < 0 ? bounds.length + 1 : reached + 1;
  },
});

const DATE_LEVELS = ["equal", "swapped", "one-slip", "same-year", "different"] as const;

/** Dates as `YYYYMMDD`: equal, day and month exchanged, one slip, same year, different. */
export const dateScale: LevelScale = {
  levels: DATE_LEVELS,
  levelOf: (a, b) => DATE_LEVELS.indexOf(compareDates(a, b)),
};

/** Numbers written as text: equal, within each relative tolerance (ascending), different. */
export const numberScale = (tolerances: readonly number[] = [0.01, 0.1]): LevelScale => ({
  levels: ["equal", ...tolerances.map((tolerance) => `within ${tolerance}`), "different"],
  levelOf: (a, b) => {
    const [x, y] = [Number(a), Number(b)];
    if (a === b || x === y) return 0;
    const reached = tolerances.findIndex((tolerance) => relativeSimilarity(x, y, tolerance) > 0);
    return reached < 0 ? tolerances.length + 1 : reached + 1;
  },
});
