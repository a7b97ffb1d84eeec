import { drawInteger, type Random } from "../../foundation/index.ts";
import type { CandidatePairs } from "./blocking.ts";
import type { FieldComparison } from "./comparison.ts";

/** Level code of a field whose value is missing in at least one record. */
export const MISSING = 255;

/** Normalised values by field and record, read once so that pairs only compare. */
export type ValueTable = readonly (readonly (string | null)[])[];

export const readValues = <R>(records: readonly R[], fields: readonly FieldComparison<R>[]): ValueTable =>
  fields.map((field) =>
    records.map((record) => {
      const value = field.value(record);
      return value === null || value.trim() === "" ? null : value;
    }),
  );

/** Level of every field for every pair, row by row. */
export function gradePairs<R>(
  values: ValueTable,
  fields: readonly FieldComparison<R>[],
  pairs: Pick<CandidatePairs, "left" | "right">,
): Uint8Array {
  const width = fields.length;
  const grades = new Uint8Array(pairs.left.length * width);
  fields.forEach((field, f) => {
    const column = values[f] ?? [];
    for (let p = 0; p < pairs.left.length; p++) {
      const a = column[pairs.left[p] ?? 0] ?? null;
      const b = column[pairs.right[p] ?? 0] ?? null;
      grades[p * width + f] = a === null || b === null ? MISSING : field.scale.levelOf(a, b);
    }
  });
  return grades;
}

/** Distinct rows of grades with their counts: the estimation only needs these few. */
export interface AgreementPatterns {
  readonly width: number;
  /** One row per pattern. */
  readonly grades: Uint8Array;
  readonly counts: Float64Array;
  /** Pattern of each pair. */
  readonly ofPair: Uint32Array;
}

export function collectPatterns(grades: Uint8Array, width: number): AgreementPatterns {
  const total = grades.length / width;
  const index = new Map<string, number>();
  const ofPair = new Uint32Array(total);
  const counts: number[] = [];
  const rows: number[] = [];
  for (let p = 0; p < total; p++) {
    const row = grades.subarray(p * width, (p + 1) * width);
    const key = String.fromCharCode(...row);
    let at = index.get(key);
    if (at === undefined) {
      at = counts.length;
      index.set(key, at);
      counts.push(0);
      rows.push(...row);
    }
    counts[at] = (counts[at] ?? 0) + 1;
    ofPair[p] = at;
  }
  return { width, grades: Uint8Array.from(rows), counts: Float64Array.from(counts), ofPair };
}

/** Pairs drawn at random over all records (all pairs when there are few): how often strangers agree. */
export function samplePairs(random: Random, n: number, size: number): Pick<CandidatePairs, "left" | "right"> {
  const all = (n * (n - 1)) / 2;
  const left: number[] = [];
  const right: number[] = [];
  const add = (a: number, b: number): void => {
    left.push(a);
    right.push(b);
  };
  if (all <= size) {
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) add(i, j);
  } else {
    for (let k = 0; k < size; k++) {
      const a = drawInteger(random, n);
      const b = drawInteger(random, n - 1);
      add(a, b < a ? b : b + 1);
    }
  }
  return { left: Uint32Array.from(left), right: Uint32Array.from(right) };
}

/** Share of each value among the present values of a field. */
export function valueShares(column: readonly (string | null)[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  let present = 0;
  for (const value of column) {
    if (value === null) continue;
    present += 1;
    shares.set(value, (shares.get(value) ?? 0) + 1);
  }
  for (const [value, count] of shares) shares.set(value, count / present);
  return shares;
}
