import { err, ok, type Result } from "./result.ts";

/** ISO 4217 codes the product knows, with the digits of their minor unit. */
const MINOR_DIGITS = { CNY: 2, HKD: 2, TWD: 2, USD: 2, EUR: 2, GBP: 2, SGD: 2, AUD: 2, JPY: 0, KRW: 0 } as const;

export type Currency = keyof typeof MINOR_DIGITS;
export const CURRENCIES = Object.keys(MINOR_DIGITS) as Currency[];
export const isCurrency = (code: string): code is Currency => code in MINOR_DIGITS;
export const minorDigits = (currency: Currency): number => MINOR_DIGITS[currency];

/** An exact amount: an integer count of minor units (分, cents) of one currency. Safe up to 9·10¹⁵ minor units. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** Builds an amount; throws on a fraction or beyond the safe range, since either would be a bug of ours. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not an exact amount: ${minor}`);
  return { minor, currency };
}

export const zero = (currency: Currency): Money => ({ minor: 0, currency });

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`cannot combine ${a.currency} with ${b.currency}`);
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

export const sum = (amounts: readonly Money[], currency: Currency): Money => amounts.reduce(add, zero(currency));

/**
 * Splits a total by weights so that the parts add up to it exactly (largest remainder; ties to the earlier part).
 * @param weights non-negative, at least one positive
 */
export function allocate(totalMinor: number, weights: readonly number[]): number[] {
  const all = weights.reduce((a, b) => a + b, 0);
  if (!Number.isSafeInteger(totalMinor) || !(all > 0) || weights.some((w) => w < 0)) {
    throw new RangeError("allocate needs an exact total and non-negative weights with a positive sum");
  }
  const exact = weights.map((w) => (totalMinor * w) / all);
  const parts = exact.map((x) => Math.floor(x));
  let rest = totalMinor - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((x, i) => ({ i, fraction: x - Math.floor(x) }))
    .sort((a, b) => b.fraction - a.fraction || a.i - b.i);
  for (const { i } of order) {
    if (rest <= 0) break;
    parts[i] = (parts[i] ?? 0) + 1;
    rest -= 1;
  }
  return parts;
}

/**
 * Reads a decimal amount as people and exports write it (`1,234.50`, `¥1234.5`, `-3`, `(12.00)`), exactly.
 * Digits beyond the minor unit are rounded half away from zero.
 */
export function parseAmount(text: string, currency: Currency): Result<Money, "money/not-a-number" | "money/too-large"> {
  const bare = text.trim().replace(/[¥￥$£€,，\s]/g, "");
  const negative = /^\(.*\)$/.test(bare) || bare.startsWith("-");
  const digits = bare.replace(/^[-+(]+/, "").replace(/\)$/, "");
  const match = /^(\d*)(?:\.(\d*))?$/.exec(digits);
  if (!match || digits === "" || digits === ".") return err("money/not-a-number");
  const scale = MINOR_DIGITS[currency];
  const fraction = (match[2] ?? "").padEnd(scale + 1, "0");
  const kept = BigInt((match[1] ?? "") + fraction.slice(0, scale) || "0");
  const rounded = kept + (Number(fraction[scale] ?? "0") >= 5 ? 1n : 0n);
  const minor = Number(negative ? -rounded : rounded);
  if (!Number.isSafeInteger(minor)) return err("money/too-large");
  return ok({ minor: minor === 0 ? 0 : minor, currency });
}

/** Plain decimal text such as `-1234.50`, for files and APIs; the interface formats by locale instead. */
export function toDecimal(amount: Money): string {
  const scale = MINOR_DIGITS[amount.currency];
  const digits = Math.abs(amount.minor)
    .toString()
    .padStart(scale + 1, "0");
  const sign = amount.minor < 0 ? "-" : "";
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
