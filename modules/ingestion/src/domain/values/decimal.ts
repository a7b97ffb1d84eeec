/** An exact decimal number: `coefficient / 10^scale`. */
export interface Decimal {
  readonly coefficient: bigint;
  /** Digits after the point, not negative. */
  readonly scale: number;
}

const MOST_DIGITS = 30;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/**
 * Reads a number as exports write it: `1,234.50`, `¥1234.5`, `(12.00)`, `-3`, `12元`. A comma counts as a thousands mark only
 * where it stands like one: `12,5` could be twelve and a half, so it is refused rather than guessed.
 * @returns null when the text is not such a number
 */
export function parseDecimal(text: string): Decimal | null {
  const bare = PLAIN.test(text) ? text : text.replace(/[¥￥$£€\s]|(?:元|CNY|RMB|USD|GBP|EUR)$/gi, "");
  const isBracketed = bare.startsWith("(") && bare.endsWith(")");
  const digits = isBracketed ? bare.slice(1, -1) : bare;
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) return null;
  const [whole = "", fraction = ""] = digits.replaceAll(",", "").split(".");
  if (whole.length + fraction.length > MOST_DIGITS) return null;
  const sign = whole.startsWith("-");
  const magnitude = BigInt(whole.replace(/^[+-]/, "") + fraction || "0");
  return { coefficient: sign !== isBracketed ? -magnitude : magnitude, scale: fraction.length };
}

/** `3.2%` or `3.2` as a share: 0.032 either way when `isPercent`, since exports drop the sign. */
export function parsePercent(text: string): Decimal | null {
  const parsed = parseDecimal(text.replace(/%$/, ""));
  return parsed === null ? null : { coefficient: parsed.coefficient, scale: parsed.scale + 2 };
}

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  coefficient: a.coefficient * b.coefficient,
  scale: a.scale + b.scale,
});

/**
 * The number with exactly `scale` digits after the point, as an integer count of those units, rounded half away from zero.
 * `toUnits(12.345, 2)` is 1235.
 */
export function toUnits(value: Decimal, scale: number): bigint {
  const { coefficient } = value;
  if (value.scale <= scale) return coefficient * 10n ** BigInt(scale - value.scale);
  const unit = 10n ** BigInt(value.scale - scale);
  const half = coefficient < 0n ? -unit / 2n : unit / 2n;
  return (coefficient + half) / unit;
}

/** Plain decimal text with exactly `scale` digits after the point, for the warehouse. */
export function toText(value: Decimal, scale: number): string {
  const units = toUnits(value, scale);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

export const signOf = (value: Decimal): -1 | 0 | 1 => (value.coefficient > 0n ? 1 : value.coefficient < 0n ? -1 : 0);

export const ONE: Decimal = { coefficient: 1n, scale: 0 };
export const ZERO: Decimal = { coefficient: 0n, scale: 0 };
