import type { BindValue, BindValues } from "../engine.ts";

/** Between quotes, inside arrays and maps. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
/** A whole value, in ClickHouse's escaped text format. */
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\0": "\\0",
  "\b": "\\b",
  "\f": "\\f",
};

const numberText = (value: number): string =>
  Number.isFinite(value) ? String(value) : String(value).toLowerCase().replace("infinity", "inf");

function textOf(value: BindValue, isNested: boolean): string {
  if (value === null) return isNested ? "NULL" : "\\N";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string")
    return isNested ? quoted(value) : value.replace(/[\\\t\n\r\0\b\f]/g, (char) => ESCAPES[char] ?? char);
  if (Array.isArray(value)) return `[${value.map((item: BindValue) => textOf(item, true)).join(",")}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${quoted(key)}:${textOf(item, true)}`)
    .join(",")}}`;
}

/** Names of the placeholders `{name:Type}` in a statement. */
export const placeholdersOf = (sql: string): string[] =>
  [...sql.matchAll(/\{\s*([A-Za-z_]\w*)\s*:/g)].map((match) => match[1] ?? "");

/**
 * `SET param_…` for every value of a statement; null when there is none. chDB's own binding call holds one lock for the
 * whole process while a statement runs, so bound statements would wait for each other; session parameters do not.
 * @throws when a placeholder has no value: the session may still hold one from somebody else's statement
 */
export function bindStatement(sql: string, params: BindValues): string | null {
  const missing = placeholdersOf(sql).find((name) => !Object.hasOwn(params, name));
  if (missing !== undefined) throw new Error(`Code: 456. Substitution ${missing} is not set.`);
  const parts = Object.entries(params).map(([name, value]) => {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new Error(`Code: 456. ${name} is not a parameter name.`);
    return `param_${name} = ${quoted(textOf(value, false))}`;
  });
  return parts.length === 0 ? null : `SET ${parts.join(", ")}`;
}
