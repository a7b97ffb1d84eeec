import type { ReactNode } from "react";

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** A ring, badge or face before the word. */
  readonly mark?: ReactNode;
}

/** Pick one or several of some options. */
export interface ChoiceFilter {
  readonly kind: "choice";
  readonly key: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly single?: boolean;
}

/** Two dates `YYYY-MM-DD`, either may be empty text. */
export interface DatesFilter {
  readonly kind: "dates";
  readonly key: string;
  readonly label: string;
}

export type Filter = ChoiceFilter | DatesFilter;

/** Values by filter key; an empty list is the same as none. Fits a `z.array(z.string()).default([])` of `useUrlState`. */
export type FilterValues = Readonly<Record<string, readonly string[]>>;

export const isSet = (values: readonly string[] | undefined): values is readonly string[] =>
  values?.some((value) => value !== "") ?? false;

export const toggled = (values: readonly string[], value: string, single: boolean): string[] => {
  if (values.includes(value)) return values.filter((each) => each !== value);
  return single ? [value] : [...values, value];
};
