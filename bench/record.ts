import { appendFileSync } from "node:fs";

/** One line of the table that `npm run bench` prints at the end. */
export interface Figure {
  /** What was measured, e.g. `list of tasks, p95 at 100 users`. */
  readonly task: string;
  /** On how much, e.g. `100,000 tasks`. */
  readonly size: string;
  /** With its unit, e.g. `41 ms`. */
  readonly value: string;
  /** The bar of the specification, when there is one, e.g. `< 50 ms`. */
  readonly bar?: string;
  readonly isMet?: boolean;
}

/** Prints figures, and hands them to the runner when there is one. */
export function report(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { task, size, value, bar, isMet } of figures) {
    const judged = bar === undefined ? "" : `   ${isMet === false ? "✗" : "✓"} ${bar}`;
    console.log(`  ${task.padEnd(52)} ${size.padStart(22)} ${value.padStart(16)}${judged}`);
  }
  handOver(title, figures);
}

/** Appends figures to the file the runner named; nothing happens without a runner. */
export function handOver(title: string, figures: readonly Figure[]): void {
  const file = process.env["BENCH_OUT"];
  if (file !== undefined)
    appendFileSync(file, figures.map((figure) => `${JSON.stringify({ title, ...figure })}\n`).join(""));
}
