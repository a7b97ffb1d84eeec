import { type Currency, isCurrency } from "@yutu/kernel";
import { findMetric } from "@yutu/metrics/domain";
import { channelOf } from "@yutu/projects/domain";
import type { FigureWords, Language } from "./finding-words.ts";

/** What stands where nothing is known. */
export const EMPTY = "–";
const MINUS = "\u2212";

/** How a language writes numbers; the interface and the files bring it, on the clock of their reader. */
export interface NumberWriter {
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number, digits?: number) => string;
  readonly deltaPercent: (share: number) => string;
  readonly money: (minor: number, currency: Currency) => string;
  readonly moneyShort: (minor: number, currency: Currency) => string;
  readonly enumerate: (items: readonly string[]) => string;
}

export interface ReviewWords extends FigureWords {
  /** An amount with its sign: `+¥1,200`. */
  readonly change: (minor: number) => string;
  readonly deltaPercent: (share: number) => string;
  /** An amount for axes and narrow places: `¥159.4万`. */
  readonly short: (minor: number, currency?: string) => string;
  readonly hours: (hours: number) => string;
  readonly enumerate: (items: readonly string[]) => string;
  /** A figure of the metric catalogue. */
  readonly metric: (metricId: string, value: number | null, currency: string) => string;
  readonly metricName: (metricId: string) => string;
}

/**
 * How a retrospective writes figures, on the page and in files. An amount whose currency is not known is a plain number: no
 * other currency is claimed for it.
 */
export function reviewWords(writer: NumberWriter, language: Language, currency: string): ReviewWords {
  const money = (minor: number, of = currency): string =>
    isCurrency(of) ? writer.money(Math.round(minor), of) : writer.number(minor / 100);
  const value = (amount: number, unit: string, of = currency): string => {
    if (unit === "money") return money(amount, of);
    return unit === "ratio" ? writer.percent(amount, 2) : writer.number(amount);
  };
  return {
    money: (minor) => money(minor),
    change: (minor) => (minor > 0 ? `+${money(minor)}` : money(minor).replace("-", MINUS)),
    short: (minor, of = currency) => (isCurrency(of) ? writer.moneyShort(minor, of) : writer.number(minor / 100)),
    percent: (share) => writer.percent(share),
    deltaPercent: writer.deltaPercent,
    number: (amount) => writer.number(amount),
    hours: (hours) => writer.number(hours, 1),
    enumerate: writer.enumerate,
    value: (amount, unit) => value(amount, unit),
    channel: (code) => (code === "" ? EMPTY : channelOf(code).name[language]),
    metric: (metricId, amount, of) =>
      amount === null ? EMPTY : value(amount, findMetric(metricId)?.unit ?? "decimal", of),
    metricName: (metricId) => findMetric(metricId)?.name[language] ?? metricId,
  };
}
