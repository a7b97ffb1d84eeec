import { damerauLevenshtein } from "./damerau-levenshtein.ts";

/** How two dates of one person may differ, strongest first. */
export type DateAgreement = "equal" | "swapped" | "one-slip" | "same-year" | "different";

/** Digits of a written date as `YYYYMMDD` (separators and 年月日 removed), or null when it is not eight digits. */
export function dateDigits(raw: string): string | null {
  const text = raw.normalize("NFKC").trim();
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text);
  if (parts !== null) return `${parts[1]}${(parts[2] ?? "").padStart(2, "0")}${(parts[3] ?? "").padStart(2, "0")}`;
  return /^\d{8}$/u.test(text) ? text : null;
}

/**
 * Compares two dates in `YYYYMMDD`: the slips people make are day and month exchanged, one wrong digit or two
 * neighbouring digits exchanged; a common year alone is weak evidence.
 */
export function compareDates(a: string, b: string): DateAgreement {
  if (a === b) return "equal";
  const swapped = a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6, 8) && a.slice(6, 8) === b.slice(4, 6);
  if (swapped) return "swapped";
  if (damerauLevenshtein(a, b) <= 1) return "one-slip";
  return a.slice(0, 4) === b.slice(0, 4) ? "same-year" : "different";
}
