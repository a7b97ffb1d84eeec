export * from "./calendar-date.ts";
export * from "./clock.ts";
export * from "./ids.ts";
export * as Amount from "./money.ts";
export { CURRENCIES, type Currency, isCurrency, type Money, minorDigits, money } from "./money.ts";
export * from "./paging.ts";
export * from "./problem.ts";
export * from "./result.ts";
