import { handOver } from "./record.ts";

/** One timed task at two sizes. */
export interface BenchRow {
  readonly task: string;
  readonly sizes: readonly [number, number];
  readonly milliseconds: readonly [number, number];
  /** Slope of log(time) over log(size): 1 is linear. */
  readonly exponent: number;
}

/** Median wall time of `repeats` runs after one warm-up, in milliseconds. */
export function medianTime(run: () => unknown, repeats = 3): number {
  run();
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(repeats / 2)] ?? 0;
}

/** Times a task at two sizes; the input is made outside the measurement. */
export function measure<T>(
  task: string,
  sizes: readonly [number, number],
  prepare: (size: number) => T,
  run: (input: T) => unknown,
  repeats = 3,
): BenchRow {
  const at = (size: number): number => {
    const input = prepare(size);
    return medianTime(() => run(input), repeats);
  };
  const milliseconds = [at(sizes[0]), at(sizes[1])] as const;
  const exponent = Math.log(milliseconds[1] / milliseconds[0]) / Math.log(sizes[1] / sizes[0]);
  return { task, sizes, milliseconds, exponent };
}

/** Prints rows as an aligned table, and hands them to the runner when there is one. */
export function printRows(title: string, rows: readonly BenchRow[]): void {
  console.log(`\n${title}`);
  for (const { task, sizes, milliseconds, exponent } of rows) {
    const cells = sizes.map((n, i) =>
      `${n.toLocaleString("en")}: ${(milliseconds[i] ?? 0).toFixed(1)} ms`.padStart(26),
    );
    console.log(`${task.padEnd(44)}${cells.join("")}   exponent ${exponent.toFixed(2)}`);
  }
  handOver(
    title,
    rows.flatMap(({ task, sizes, milliseconds, exponent }) => [
      { task, size: sizes[0].toLocaleString("en"), value: `${milliseconds[0].toFixed(1)} ms` },
      {
        task,
        size: sizes[1].toLocaleString("en"),
        value: `${milliseconds[1].toFixed(1)} ms (exponent ${exponent.toFixed(2)})`,
      },
    ]),
  );
}
