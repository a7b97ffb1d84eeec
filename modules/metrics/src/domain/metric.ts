import { type Fact, MEASURES, type MeasureId } from "./measure.ts";

export type MetricUnit = "money" | "count" | "ratio" | "decimal";

/** A sum of measures with factors, e.g. gross sales − ad spend. */
export type Terms = readonly { readonly measure: MeasureId; readonly factor: number }[];

/** A ratio is always recomputed from summed numerators and denominators, never averaged. */
export interface Metric {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly definition: { readonly zh: string; readonly en: string };
  readonly unit: MetricUnit;
  /** Whether more is better. */
  readonly direction: "up" | "down";
  readonly numerator: Terms;
  /** Null for a plain sum or count. */
  readonly denominator: Terms | null;
  /** Grows when the definition changes, so that goals can pin it. */
  readonly version: number;
}

export const DIMENSIONS = [
  "day",
  "week",
  "month",
  "channel",
  "project",
  "source",
  "sku",
  "product",
  "region",
  "campaign",
  "event",
  "link",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const BY_FACT: Readonly<Record<Fact, readonly Dimension[]>> = {
  order_lines: ["day", "week", "month", "channel", "project", "source", "sku", "product", "region", "link"],
  ad_facts: ["day", "week", "month", "channel", "project", "source", "campaign", "link"],
  events: ["day", "week", "month", "channel", "project", "source", "event", "link"],
};

/** The kinds of fact that a metric is computed from: its sources. */
export const factsOf = (metric: Metric): readonly Fact[] => [
  ...new Set([...metric.numerator, ...(metric.denominator ?? [])].map((term) => MEASURES[term.measure].fact)),
];

/** Dimensions by which every part of a metric can be split. */
export const dimensionsOf = (metric: Metric): readonly Dimension[] =>
  DIMENSIONS.filter((dimension) => factsOf(metric).every((fact) => BY_FACT[fact].includes(dimension)));

export const measuresOf = (metric: Metric): readonly MeasureId[] => [
  ...new Set([...metric.numerator, ...(metric.denominator ?? [])].map((term) => term.measure)),
];

export interface MetricValue {
  /** Minor units for money, a fraction for a ratio; null where the denominator is 0: there is nothing to say. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
}

const total = (terms: Terms, sums: Readonly<Partial<Record<MeasureId, number>>>): number =>
  terms.reduce((sum, term) => sum + term.factor * (sums[term.measure] ?? 0), 0);

/** The metric's value from the sums of its measures. Money is rounded to whole minor units. */
export function evaluate(metric: Metric, sums: Readonly<Partial<Record<MeasureId, number>>>): MetricValue {
  const numerator = total(metric.numerator, sums);
  if (metric.denominator === null)
    return { value: metric.unit === "money" ? Math.round(numerator) : numerator, numerator, denominator: null };
  const denominator = total(metric.denominator, sums);
  if (denominator === 0) return { value: null, numerator, denominator };
  const value = numerator / denominator;
  return { value: metric.unit === "money" ? Math.round(value) : value, numerator, denominator };
}
