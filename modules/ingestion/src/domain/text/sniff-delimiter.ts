export const DELIMITERS = [",", "\t", ";", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const MOST_LINES = 50;

/** How often each delimiter stands outside quotes, line by line. A line break inside quotes ends no line. */
function countsByLine(text: string): number[][] {
  const lines: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let isQuoted = false;
  let isEmpty = true;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (char === "\n") {
      if (!isEmpty) lines.push(counts);
      if (lines.length === MOST_LINES) return lines;
      counts = DELIMITERS.map(() => 0);
      isEmpty = true;
      continue;
    }
    if (char !== "\r") isEmpty = false;
    const at = DELIMITERS.indexOf(char as Delimiter);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  return lines;
}

/**
 * The delimiter that stands equally often in most lines; among equals the one that makes more columns.
 * Title and totals lines may differ. A file of one column counts as comma-separated.
 * @param head the beginning of the file; an incomplete last line is ignored
 */
export function sniffDelimiter(head: string): Delimiter {
  const lines = countsByLine(head.endsWith("\n") ? head : head.slice(0, head.lastIndexOf("\n") + 1) || `${head}\n`);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  DELIMITERS.forEach((delimiter, i) => {
    const tally = new Map<number, number>();
    for (const counts of lines) tally.set(counts[i] ?? 0, (tally.get(counts[i] ?? 0) ?? 0) + 1);
    tally.delete(0);
    for (const [count, times] of tally) {
      const score = times * 1000 + count;
      if (score > best.score) best = { delimiter, score };
    }
  });
  return best.delimiter;
}
