/** What the documents of this repository say, read from their Markdown so that a test can hold it against the code. */

/** Cells of the rows of every table, without head and rule. */
export function tableRows(text: string): string[][] {
  const lines = text.split("\n");
  return lines
    .filter((line, i) => {
      const isRow = line.startsWith("|") && !/^\|[\s:|-]+\|$/.test(line);
      return isRow && !/^\|[\s:|-]+\|$/.test(lines[i + 1] ?? "");
    })
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** A list in a cell; a dash alone is nothing. */
export const listed = (cell = ""): string[] =>
  cell
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && each !== "–");

/** Targets of links that lead to files, without the part behind `#`. */
export const linkedFiles = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target));

/** Scripts that are named as `npm run x`, `npm start` or `npm test`. */
export const npmScripts = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own ?? "");

/** Marked words that read as a path of the repository; `modules/x` and `NNNN` stand for any. */
export const namedPaths = (text: string): string[] =>
  [...text.matchAll(/`((?:apps|bench|database|docs|e2e|modules|packages|tools)\/[\w./-]*[\w/])`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !/\/x\/|NNNN/.test(path));
