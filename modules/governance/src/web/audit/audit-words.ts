import { columnWords, type Format, type Language, type Records } from "@yutu/i18n";
import { ID_PATTERN, isCurrency } from "@yutu/kernel";
import { z } from "zod";

/** What is needed to read an entry: the words of all modules, and how the reader writes figures and moments. */
export interface Reading {
  readonly records: Records;
  readonly format: Format;
  readonly language: Language;
  readonly yes: string;
  readonly no: string;
}

/** The entry a value stands in. */
export interface ValueContext {
  readonly table: string;
  readonly column: string;
  readonly names: Readonly<Record<string, string>>;
  readonly currency: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Readable even where no module has a word for it: `last_seen_at` → `last seen at`. */
const spelled = (name: string): string => name.replaceAll("_", " ").trim();

export function tableName({ records, language }: Reading, table: string): string {
  const words = records[table]?.name;
  return words === undefined ? spelled(table) : words[language === "zh" ? 0 : 1];
}

export function columnName({ records, language }: Reading, table: string, column: string): string {
  const words = columnWords(records, table, column);
  return words === undefined ? spelled(column) : words[language === "zh" ? 0 : 1];
}

const fromJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("no JSON");
    return z.NEVER;
  }
});
const bothLanguages = z.object({ zh: z.string(), en: z.string() });

/** Text that is kept in both languages, also where a column of text holds it as JSON, in the reader's; other text as it is. */
export function spoken(value: unknown, language: Language): string | undefined {
  const read = typeof value === "string" && value.startsWith("{") ? fromJson.safeParse(value).data : value;
  return bothLanguages.safeParse(read).data?.[language];
}

function writeText(reading: Reading, context: ValueContext, text: string): string {
  const { records, format, language } = reading;
  const word = columnWords(records, context.table, context.column)?.[2]?.[language][text];
  if (word !== undefined) return word;
  if (ID_PATTERN.test(text)) return writeName(reading, context.names, text) ?? text;
  if (DAY.test(text)) return format.date(text);
  if (MOMENT.test(text) && !Number.isNaN(Date.parse(text))) return format.dateTime(text);
  return spoken(text, language) ?? text;
}

/** What a record is called, as far as the log knows. */
export function writeName({ language }: Reading, names: ValueContext["names"], id: string): string | undefined {
  const name = names[id];
  return name === undefined ? undefined : (spoken(name, language) ?? name);
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value !== "object" && value !== undefined;

/** A value for reading: money with its currency, days and moments of the reader, records by name, choices in words. */
export function writeValue(reading: Reading, context: ValueContext, value: unknown): string {
  const { format } = reading;
  if (typeof value === "string") return writeText(reading, context, value);
  if (typeof value === "boolean") return value ? reading.yes : reading.no;
  if (typeof value === "number") {
    if (!context.column.endsWith("_minor")) return format.number(value, 8);
    return isCurrency(context.currency)
      ? format.money(value, context.currency)
      : `${format.number(value / 100)} ${context.currency}`;
  }
  if (Array.isArray(value) && value.every(isPlain))
    return format.enumerate(value.map((each) => writeValue(reading, context, each)));
  return spoken(value, reading.language) ?? JSON.stringify(value, null, 1);
}
