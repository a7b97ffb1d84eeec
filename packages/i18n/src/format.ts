import { type DateFormats, dateFormats } from "./dates.ts";
import type { Locale } from "./locale.ts";
import { type NumberFormats, numberFormats } from "./numbers.ts";
import { type WordFormats, wordFormats } from "./words.ts";

export interface Format extends NumberFormats, DateFormats, WordFormats {
  readonly locale: Locale;
}

const built = new Map<string, Format>();

/**
 * The formats of a locale; the same object for the same arguments, so it is safe in dependency lists.
 * @param timeZone IANA name for moments; the device's own when left out
 */
export function createFormat(locale: Locale, timeZone?: string): Format {
  const key = `${locale} ${timeZone ?? ""}`;
  let format = built.get(key);
  if (!format) {
    format = { locale, ...numberFormats(locale), ...dateFormats(locale, timeZone), ...wordFormats(locale) };
    built.set(key, format);
  }
  return format;
}
