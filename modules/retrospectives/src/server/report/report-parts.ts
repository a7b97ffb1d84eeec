import type { Language } from "../../domain/index.ts";

/** A bar chart of a few series over the same names. */
export interface ReportChart {
  readonly title: string;
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** A value as its label; `latin` where no font can write Chinese. */
  readonly write: (value: number, latin: boolean) => string;
}

/** What a report is made of, whatever file it becomes. Cells are text; columns from `figuresFrom` on are figures. */
export type ReportPart =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | {
      readonly kind: "findings";
      readonly items: readonly { readonly text: string; readonly links: readonly ReportLink[] }[];
    }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly figuresFrom: number;
      /** The last row is a sum. */
      readonly summed?: boolean;
    }
  | { readonly kind: "chart"; readonly chart: ReportChart };

export interface ReportLink {
  readonly label: string;
  readonly address: string;
}

export interface ReportContext {
  readonly language: Language;
  /** Origin of the interface, for links to evidence. */
  readonly publicUrl: string;
  /** IANA name of the workspace's clock. */
  readonly timeZone: string;
}
