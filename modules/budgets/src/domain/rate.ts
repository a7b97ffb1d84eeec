import { isCurrency, minorDigits } from "@yutu/kernel";

const digits = (code: string): number => (isCurrency(code) ? minorDigits(code) : 2);

/** A rate between whole units (1 JPY = 0.047 CNY) as one between minor units (1 円 = 4.7 分), which amounts are kept in. */
export const minorRate = (rate: number, from: string, to: string): number => rate * 10 ** (digits(to) - digits(from));
