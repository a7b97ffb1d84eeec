import type { Figure } from "./record.ts";

type Row = Figure & { readonly title: string };
const columns = ["measured", "what", "on", "value", "bar"] as const;

const cells = ({ title, task, size, value, bar, isMet }: Row): string[] => [
  title,
  task,
  size,
  value,
  bar === undefined ? "" : `${bar} ${isMet === false ? "✗" : "✓"}`,
];

/** Figures as a Markdown table that is aligned in a terminal too. */
export function table(rows: readonly Row[]): string {
  const lines = [[...columns], ...rows.map(cells)];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const print = (line: readonly string[]) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = lines;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [print(head), rule, ...body.map(print)].join("\n");
}
