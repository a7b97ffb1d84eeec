import type { Fact } from "@yutu/metrics/domain";
import type { Window } from "./window.ts";

/** What a reader has to know before trusting a figure. */
export type Warning =
  | { readonly code: "without_rate"; readonly currency: string; readonly rows: number }
  /** The window is not over, or platforms may still correct its last days. */
  | { readonly code: "provisional"; readonly from: string }
  | { readonly code: "data_ends"; readonly fact: Fact; readonly lastDay: string }
  | { readonly code: "no_data"; readonly fact: Fact };

/** Where the rows of a figure came from, for one kind of fact and one source. */
export interface FactSource {
  readonly fact: Fact;
  readonly sourceId: string;
  readonly rows: number;
  /** Last day a row speaks of. */
  readonly lastDay: string;
  /** When a row came in last, ISO 8601. */
  readonly fetchedAt: string;
}

/** Days in which platforms still correct what they reported. */
export const CORRECTION_DAYS = 3;

interface Facts {
  readonly window: Window;
  readonly today: string;
  /** First day that may still change: today less the days of correction. */
  readonly settledUntil: string;
  readonly needed: readonly Fact[];
  readonly sources: readonly FactSource[];
  readonly withoutRate: readonly { readonly currency: string; readonly rows: number }[];
}

export function warningsFor({ window, today, settledUntil, needed, sources, withoutRate }: Facts): Warning[] {
  const warnings: Warning[] = withoutRate.map((each) => ({ code: "without_rate", ...each }));
  const expectedEnd = window.to < today ? window.to : today;
  for (const fact of needed) {
    const days = sources.filter((source) => source.fact === fact).map((source) => source.lastDay);
    const lastDay = days.reduce((a, b) => (b > a ? b : a), "");
    if (lastDay === "") warnings.push({ code: "no_data", fact });
    else if (lastDay < expectedEnd) warnings.push({ code: "data_ends", fact, lastDay });
  }
  const first = settledUntil > window.from ? settledUntil : window.from;
  if (window.to >= settledUntil && window.from <= today) warnings.push({ code: "provisional", from: first });
  return warnings;
}
