import { type Currency, minorDigits } from "@yutu/kernel";
import { intlTag, type Locale } from "./locale.ts";

const MINUS = "\u2212";

const formatters = new Map<string, Intl.NumberFormat>();

/** Building an `Intl.NumberFormat` costs about 30 µs, and a table asks for thousands: each is built once. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(intlTag(locale), options);
    formatters.set(key, formatter);
  }
  return formatter;
}

const SHORT_DIGITS: Intl.NumberFormatOptions = { maximumSignificantDigits: 4, useGrouping: true };

/** Up to four digits stand as they are, `1,137` and never `1.137K`; larger figures get the unit of the language. */
const shortOptions = (value: number): Intl.NumberFormatOptions =>
  Math.abs(value) < 10_000 ? SHORT_DIGITS : { ...SHORT_DIGITS, notation: "compact" };

/** ¥ always means renminbi here; the yen is written by its code where the two would look the same. */
function currencyOptions(locale: Locale, currency: Currency): Intl.NumberFormatOptions {
  if (currency === "CNY") return { style: "currency", currency, currencyDisplay: "narrowSymbol" };
  const ambiguous = currency === "JPY" && locale === "en";
  return { style: "currency", currency, currencyDisplay: ambiguous ? "code" : "symbol" };
}

export interface NumberFormats {
  /** `12,345.6`; at most `digits` decimals (default 2). */
  readonly number: (value: number, digits?: number) => string;
  /** `1.2万`, `3.4亿`, `12K`: at most four significant digits. Show the full value beside it or on hover. */
  readonly short: (value: number) => string;
  /** A ratio as percent: `0.082` → `8.2%`; at most `digits` decimals (default 1). */
  readonly percent: (ratio: number, digits?: number) => string;
  /** With its sign, for a change: `+0.31`, `−3`. */
  readonly delta: (value: number, digits?: number) => string;
  /** A ratio with its sign: `+8.2%`. */
  readonly deltaPercent: (ratio: number, digits?: number) => string;
  /** Minor units to `¥80,000` or `¥80,000.50`: decimals appear only when there are any. */
  readonly money: (minor: number, currency?: Currency) => string;
  /** Minor units to `¥159.4万`, `¥1.594M`. */
  readonly moneyShort: (minor: number, currency?: Currency) => string;
  /** `1.2 MB`, decimal units. */
  readonly bytes: (count: number) => string;
}

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

function formatBytes(locale: Locale, count: number): string {
  const step = count < 1000 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(count) / 3));
  const unit = BYTE_UNITS[step] ?? "byte";
  const value = count / 1000 ** step;
  const options = { style: "unit", unit, unitDisplay: step === 0 ? "long" : "short" } as const;
  return numberFormat(locale, { ...options, maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(value);
}

export function numberFormats(locale: Locale): NumberFormats {
  const format = (value: number, options: Intl.NumberFormatOptions): string =>
    numberFormat(locale, options).format(value);
  const signed = (value: number, options: Intl.NumberFormatOptions): string =>
    format(value, { ...options, signDisplay: "exceptZero" }).replace("-", MINUS);
  return {
    number: (value, digits = 2) => format(value, { maximumFractionDigits: digits }),
    short: (value) => format(value, shortOptions(value)),
    percent: (ratio, digits = 1) => format(ratio, { style: "percent", maximumFractionDigits: digits }),
    delta: (value, digits = 2) => signed(value, { maximumFractionDigits: digits }),
    deltaPercent: (ratio, digits = 1) => signed(ratio, { style: "percent", maximumFractionDigits: digits }),
    money(minor, currency = "CNY") {
      const digits = minorDigits(currency);
      const whole = minor % 10 ** digits === 0;
      const decimals = whole ? 0 : digits;
      return format(minor / 10 ** digits, {
        ...currencyOptions(locale, currency),
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
    },
    moneyShort(minor, currency = "CNY") {
      const amount = minor / 10 ** minorDigits(currency);
      return format(amount, { ...currencyOptions(locale, currency), ...shortOptions(amount) });
    },
    bytes: (count) => formatBytes(locale, count),
  };
}
