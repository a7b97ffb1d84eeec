import { type Warning, warning } from "../../foundation/index.ts";

/** Records that share a key under a rule are compared. */
export interface BlockingRule<R> {
  readonly name: string;
  /** Keys of a record; none when a needed field is missing. */
  keys(record: R): readonly string[];
}

/** Pairs of record positions, `left[i] < right[i]`, each once. */
export interface CandidatePairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Pairs that each rule adds to those of the rules before it. */
  readonly addedByRule: readonly { readonly rule: string; readonly pairs: number }[];
  readonly warnings: readonly Warning[];
}

/**
 * Candidate pairs of all rules together. A block above `maxBlockSize` is left out and reported: its key says next to
 * nothing (everybody in one city), and comparing it would cost the square of its size.
 */
export function blockPairs<R>(
  records: readonly R[],
  rules: readonly BlockingRule<R>[],
  maxBlockSize = 200,
): CandidatePairs {
  const seen = new Set<number>();
  const left: number[] = [];
  const right: number[] = [];
  const addedByRule: { rule: string; pairs: number }[] = [];
  const warnings: Warning[] = [];
  for (const rule of rules) {
    const before = left.length;
    let skipped = 0;
    for (const block of blocksOf(records, rule).values()) {
      if (block.length > maxBlockSize) skipped += 1;
      else collectPairs(block, records.length, seen, left, right);
    }
    if (skipped > 0) warnings.push(skippedBlocks(rule.name, skipped, maxBlockSize));
    addedByRule.push({ rule: rule.name, pairs: left.length - before });
  }
  return { left: Uint32Array.from(left), right: Uint32Array.from(right), addedByRule, warnings };
}

const skippedBlocks = (rule: string, skipped: number, maxBlockSize: number): Warning =>
  warning(
    "matching/large-blocks",
    `rule ${rule}: ${skipped} keys are shared by more than ${maxBlockSize} records and were not compared`,
    { rule, skipped, maxBlockSize },
  );

function blocksOf<R>(records: readonly R[], rule: BlockingRule<R>): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  records.forEach((record, index) => {
    for (const key of new Set(rule.keys(record))) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [index]);
      else block.push(index);
    }
  });
  return blocks;
}

function collectPairs(block: readonly number[], n: number, seen: Set<number>, left: number[], right: number[]): void {
  for (let i = 0; i < block.length; i++) {
    for (let j = i + 1; j < block.length; j++) {
      const [a, b] = [block[i] ?? 0, block[j] ?? 0];
      const code = a * n + b;
      if (seen.has(code)) continue;
      seen.add(code);
      left.push(a);
      right.push(b);
    }
  }
}

/**
 * Rules that bring together records equal in any two of the given fields: few true pairs differ in all but one field, and
 * two fields agree by chance far more rarely than one.
 */
export function everyTwoFields<R>(
  fields: readonly { readonly name: string; value(record: R): string | null }[],
): BlockingRule<R>[] {
  const rules: BlockingRule<R>[] = [];
  fields.forEach((first, i) => {
    for (const second of fields.slice(i + 1)) {
      rules.push({
        name: `${first.name}+${second.name}`,
        keys: (record) => {
          const [a, b] = [first.value(record), second.value(record)];
          return a === null || b === null ? [] : [`${a}\u0001${b}`];
        },
      });
    }
  });
  return rules;
}
