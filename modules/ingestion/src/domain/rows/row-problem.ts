import type { Field } from "../mapping/fields.ts";

/** Why a row could not be taken as it is. The interface translates the code. */
export const ROW_PROBLEM_CODES = [
  "required",
  "not-a-number",
  "not-an-integer",
  "not-a-date",
  "date-range",
  "date-in-future",
  "date-too-old",
  "unknown-currency",
  "unknown-channel",
  "damaged-number",
  "negative",
  "zero-quantity",
  "too-large",
  "too-long",
] as const;
export type RowProblemCode = (typeof ROW_PROBLEM_CODES)[number];

export interface RowProblem {
  readonly code: RowProblemCode;
  readonly field: Field;
  /** The cell as the file has it, shortened. */
  readonly value: string;
}

/** Rows that carry no fact and are not wrong either; they are counted, not kept. */
export const SKIP_REASONS = ["blank", "totals", "note", "header"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export type RowOutcome<Fact> =
  | { readonly kind: "fact"; readonly fact: Fact }
  | { readonly kind: "problems"; readonly problems: readonly RowProblem[] }
  | { readonly kind: "skipped"; readonly reason: SkipReason };
