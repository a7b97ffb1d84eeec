/** Cells as spreadsheets exchange them: tabs between, lines after each other, quotes around what holds either. */
export const writeCells = (cells: readonly (readonly string[])[]): string =>
  cells
    .map((line) => line.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"))
    .join("\n");

/** Reads what Excel, WPS, 飞书 and Google put on the clipboard; one final line break is not a row. */
export function readCells(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    lines.at(-1)?.push(cell);
    cell = "";
  };
  const source = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? "";
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === "\t") endCell();
    else if (char === "\n") {
      endCell();
      lines.push([]);
    } else cell += char;
  }
  endCell();
  return lines;
}
