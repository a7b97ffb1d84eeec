import { handOver } from "./record.ts";

/** One timed task at two sizes. */
export interface BenchRow {
  readonly task: string;
  readonly sizes: readonly [number, number];
  readonly milliseconds: readonly [number, number];
  /** Processor time, garbage collection on other cores included: what stays alike when others use the machine. */
  readonly cpuMilliseconds: readonly [number, number];
  /** Slope of log(processor time) over log(size): 1 is linear. */
  readonly exponent: number;
}

interface Times {
  readonly wall: number;
  readonly cpu: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Medians of `repeats` runs after one warm-up, in milliseconds. */
function medianTimes(run: () => unknown, repeats: number): Times {
  run();
  const times = Array.from({ length: repeats }, (): Times => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    run();
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  });
  return { wall: median(times.map((t) => t.wall)), cpu: median(times.map((t) => t.cpu)) };
}

/** Times a task at two sizes; the input is made outside the measurement. */
export function measure<T>(
  task: string,
  sizes: readonly [number, number],
  prepare: (size: number) => T,
  run: (input: T) => unknown,
  repeats = 3,
): BenchRow {
  const at = (size: number): Times => {
    const input = prepare(size);
    return medianTimes(() => run(input), repeats);
  };
  const [small, large] = [at(sizes[0]), at(sizes[1])];
  const milliseconds = [small.wall, large.wall] as const;
  const exponent = Math.log(large.cpu / small.cpu) / Math.log(sizes[1] / sizes[0]);
  return { task, sizes, milliseconds, cpuMilliseconds: [small.cpu, large.cpu], exponent };
}

/** Prints rows as an aligned table, and hands them to the runner when there is one. */
export function printRows(title: string, rows: readonly BenchRow[]): void {
  console.log(`\n${title}`);
  const timeOf = (row: BenchRow, i: 0 | 1): string =>
    `${row.milliseconds[i].toFixed(1)} ms (CPU ${row.cpuMilliseconds[i].toFixed(1)})`;
  for (const row of rows) {
    const { task, sizes, exponent } = row;
    const cells = ([0, 1] as const).map((i) => `${sizes[i].toLocaleString("en")}: ${timeOf(row, i)}`.padStart(38));
    console.log(`${task.padEnd(44)}${cells.join("")}   exponent ${exponent.toFixed(2)}`);
  }
  handOver(
    title,
    rows.flatMap((row) => [
      { task: row.task, size: row.sizes[0].toLocaleString("en"), value: timeOf(row, 0) },
      {
        task: row.task,
        size: row.sizes[1].toLocaleString("en"),
        value: `${timeOf(row, 1)}, exponent ${row.exponent.toFixed(2)}`,
      },
    ]),
  );
}
