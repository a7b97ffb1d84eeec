import type { ReviewWords } from "./figure-words.ts";

/** Which record a cell is about; the page leads there, a file shows the words. */
export interface CellSubject {
  readonly entity: "task" | "asset" | "channel";
  readonly id: string;
}

export interface TableCell {
  readonly text: string;
  readonly about?: CellSubject;
}

export interface TableRow {
  readonly key: string;
  readonly cells: readonly TableCell[];
  /** What went wrong: over its budget, missed. */
  readonly alarm?: boolean;
  /** The sum of the rows above. */
  readonly total?: boolean;
}

export interface SectionTable {
  readonly kind: "table";
  readonly label: string;
  readonly head: readonly string[];
  /** Columns from here on are figures. */
  readonly figuresFrom: number;
  readonly rows: readonly TableRow[];
  /** Narrow enough to stand beside the next table. */
  readonly narrow?: boolean;
}

/** Bars of a few series over the same names; the table below has the same figures. */
export interface SectionChart {
  readonly kind: "chart";
  readonly title: string;
  /** What the names are. */
  readonly label: string;
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly scale: Scale;
}

/** What the values of a chart are; an amount is in minor units of its currency. */
export type Scale = { readonly unit: "money"; readonly currency: string } | { readonly unit: "share" | "days" };

export type SectionPart = SectionTable | SectionChart;

/** A value of a chart as its label. */
export function writeOnScale(scale: Scale, value: number, words: ReviewWords): string {
  switch (scale.unit) {
    case "money":
      return words.short(value, scale.currency);
    case "share":
      return words.percent(value);
    case "days":
      return words.number(value);
  }
}

export const textCells = (...texts: readonly string[]): TableCell[] => texts.map((text) => ({ text }));
