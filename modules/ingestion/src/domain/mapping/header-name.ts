/**
 * A column heading without what exports vary: case, blanks, width, quotes, dashes, and a unit in brackets.
 * `消耗（元）`, `消耗 (元)` and `消耗` are the same heading; so are `InvoiceNo` and `Invoice No.`.
 */
export const headerName = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200b-\u200f\ufeff]/g, "")
    .replace(/\((?:元|人民币|次|个|%|cny|rmb|usd|gbp|eur|jpy|krw|hkd|twd|sgd|aud|天|单位.*?)\)/g, "")
    .replace(/[\s"'`_\-.:：/]/g, "");

/** Currency that a heading names, e.g. `Amount spent (GBP)`; null when it names none. */
export function currencyInHeading(heading: string): string | null {
  const named = /\(([A-Z]{3})\)/.exec(heading.normalize("NFKC"));
  if (named) return named[1] ?? null;
  return /[（(](?:元|人民币)[)）]/.test(heading) ? "CNY" : null;
}
