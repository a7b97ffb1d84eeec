/** Changes to files that exist: each keeps the text as it is but for one insertion, and says when it found no place for it. */

/** Adds an import below the last one. */
export function addImport(text: string, statement: string): string {
  if (text.includes(statement)) return text;
  const imports = [...text.matchAll(/^import [^;]*;$/gm)];
  const last = imports[imports.length - 1];
  if (last === undefined) return `${statement}\n\n${text}`;
  const end = last.index + last[0].length;
  return `${text.slice(0, end)}\n${statement}${text.slice(end)}`;
}

/** Adds a line at the end of a file. */
export const addLine = (text: string, line: string) => (text.includes(line) ? text : `${text.trimEnd()}\n${line}\n`);

/**
 * Adds an element at the end of the array that begins after `opening`.
 * @throws Error when there is no such array
 */
export function addElement(text: string, opening: RegExp, element: string): string {
  const start = opening.exec(text);
  if (start === null) throw new Error(`no place found for ${element}`);
  const from = start.index + start[0].length;
  let depth = 1;
  let end = from;
  for (; end < text.length && depth > 0; end += 1) {
    if (text[end] === "[") depth += 1;
    if (text[end] === "]") depth -= 1;
  }
  const inside = text.slice(from, end - 1).trimEnd();
  const comma = inside === "" || inside.endsWith(",") ? "" : ",";
  return `${text.slice(0, from)}${inside}${comma}\n${element},\n${text.slice(end - 1)}`;
}

/** Adds a dependency to a package.json, names in order. */
export function addDependency(text: string, name: string, version: string): string {
  const manifest = JSON.parse(text) as { dependencies?: Record<string, string> };
  const dependencies = Object.entries({ ...manifest.dependencies, [name]: version }).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return `${JSON.stringify({ ...manifest, dependencies: Object.fromEntries(dependencies) }, undefined, 2)}\n`;
}
