/**
 * Search parameters as people can read and share them: text stays text, lists of simple words are `~todo~doing`,
 * everything else is JSON. Text that would be read as something else is written as JSON text.
 */
export type SearchRecord = Record<string, unknown>;

const SIMPLE = /^[\w-]+$/;

function write(value: unknown): string {
  if (typeof value === "string") return reads(value) === value ? value : JSON.stringify(value);
  const words = Array.isArray(value) && value.every((each) => typeof each === "string" && SIMPLE.test(each));
  if (words) return value.length === 0 ? "~" : `~${value.join("~")}`;
  return JSON.stringify(value);
}

function reads(text: string): unknown {
  if (text === "~") return [];
  if (text.startsWith("~")) {
    const words = text.slice(1).split("~");
    if (words.every((word) => SIMPLE.test(word))) return words;
  }
  if (!/^(?:[[{"-]|\d|true$|false$|null$)/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    // digits that a number would not give back (leading zeros, long ids) are text
    return typeof value === "number" && String(value) !== text ? text : value;
  } catch {
    return text;
  }
}

/** `{ status: ["todo"], q: "618" }` → `?status=~todo&q="618"`; undefined is left out. */
export function writeSearch(search: SearchRecord): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined) parameters.set(key, write(value));
  }
  const text = parameters.toString().replaceAll("%7E", "~");
  return text === "" ? "" : `?${text}`;
}

export function readSearch(text: string): SearchRecord {
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, reads(value)]));
}
