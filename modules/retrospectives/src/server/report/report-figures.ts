import { createFormat, type Format } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { findMetric } from "@yutu/metrics/domain";
import { channelOf } from "@yutu/projects/domain";
import type { FigureWords, Language } from "../../domain/index.ts";

export interface ReportFigures extends FigureWords {
  readonly format: Format;
  /** For pictures on systems without a Chinese font. */
  readonly latin: Format;
  readonly money: (minor: number, currency?: string) => string;
  readonly signedMoney: (minor: number) => string;
  /** A figure of the metric catalogue. */
  readonly metric: (metricId: string, value: number | null, currency: string) => string;
  readonly metricName: (metricId: string) => string;
}

export const EMPTY = "–";
const MINUS = "\u2212";

/** How a report writes figures, in the currency of its project and on the clock of its workspace. */
export function reportFigures(language: Language, currency: string, timeZone: string): ReportFigures {
  const format = createFormat(language === "en" ? "en" : "zh-CN", timeZone);
  const money = (minor: number, of = currency): string =>
    isCurrency(of) ? format.money(minor, of) : format.number(minor / 100);
  const value = (amount: number, unit: string, of = currency): string => {
    if (unit === "money") return money(amount, of);
    return unit === "ratio" ? format.percent(amount, 2) : format.number(amount);
  };
  return {
    format,
    latin: createFormat("en"),
    money,
    signedMoney: (minor) => (minor > 0 ? `+${money(minor)}` : money(minor).replace("-", MINUS)),
    percent: (share) => format.percent(share),
    number: (amount) => format.number(amount),
    value,
    channel: (code) => (code === "" ? EMPTY : channelOf(code).name[language]),
    metric: (metricId, amount, of) =>
      amount === null ? EMPTY : value(amount, findMetric(metricId)?.unit ?? "decimal", of),
    metricName: (metricId) => findMetric(metricId)?.name[language] ?? metricId,
  };
}
