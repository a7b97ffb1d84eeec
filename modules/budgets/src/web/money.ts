import { Amount, type Currency, isCurrency } from "@yutu/kernel";

/** The currency of a budget, as text from the API. */
export const currencyOf = (code: string): Currency => (isCurrency(code) ? code : "CNY");

/** Minor units of what somebody typed; null when it is not an amount. */
export function minorOf(text: string | undefined, currency: Currency): number | null {
  const read = Amount.parseAmount(text ?? "", currency);
  return read.ok ? read.value.minor : null;
}

/** Plain decimal text for a field. */
export const decimalOf = (minor: number, currency: Currency): string => Amount.toDecimal({ minor, currency });
