/** A text with its selection. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts marks around the selection, or takes them away where they are. */
export function wrap({ text, start, end }: Selected, mark: string): Selected {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const inside = text.slice(start, end);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    return {
      text: before.slice(0, -mark.length) + inside + after.slice(mark.length),
      start: start - mark.length,
      end: end - mark.length,
    };
  }
  return { text: before + mark + inside + mark + after, start: start + mark.length, end: end + mark.length };
}

/** Puts a beginning before each selected line, or takes it away when all have it. */
export function prefixLines({ text, start, end }: Selected, prefix: string | ((line: number) => string)): Selected {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const until = text.indexOf("\n", end);
  const to = until === -1 ? text.length : until;
  const lines = text.slice(from, to).split("\n");
  const prefixOf = (line: number): string => (typeof prefix === "string" ? prefix : prefix(line));
  const all = lines.every((line, index) => line.startsWith(prefixOf(index)));
  const next = lines
    .map((line, index) => (all ? line.slice(prefixOf(index).length) : prefixOf(index) + line))
    .join("\n");
  return { text: text.slice(0, from) + next + text.slice(to), start: from, end: from + next.length };
}

/** Makes the selection a link and selects its address. */
export function linkSelection({ text, start, end }: Selected): Selected {
  const label = text.slice(start, end);
  const address = "https://";
  const at = start + label.length + 3;
  return {
    text: `${text.slice(0, start)}[${label}](${address})${text.slice(end)}`,
    start: at,
    end: at + address.length,
  };
}
