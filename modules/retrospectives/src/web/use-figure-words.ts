import { useFormat } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { findMetric } from "@yutu/metrics/domain";
import { channelOf } from "@yutu/projects/domain";
import { useLocalText } from "@yutu/projects/web";
import { useMemo } from "react";
import type { FigureWords } from "../domain/finding-words.ts";

export const EMPTY = "–";
const MINUS = "\u2212";

export interface ReviewWords extends FigureWords {
  readonly money: (minor: number, currency?: string) => string;
  readonly short: (minor: number, currency?: string) => string;
  /** An amount with its sign: `+¥1,200`. */
  readonly change: (minor: number) => string;
  readonly metric: (metricId: string, value: number | null, currency: string) => string;
  readonly metricName: (metricId: string) => string;
}

/** How the report writes figures in the reader's language. */
export function useFigureWords(currency: string): ReviewWords {
  const format = useFormat();
  const text = useLocalText();
  return useMemo(() => {
    const money = (minor: number, of = currency) => format.money(minor, isCurrency(of) ? of : "CNY");
    const value = (amount: number, unit: string, of = currency): string => {
      if (unit === "money") return money(Math.round(amount), of);
      return unit === "ratio" ? format.percent(amount, 2) : format.number(amount);
    };
    return {
      money,
      change: (minor) => (minor > 0 ? `+${money(minor)}` : money(minor).replace("-", MINUS)),
      short: (minor, of = currency) => format.moneyShort(minor, isCurrency(of) ? of : "CNY"),
      percent: (share) => format.percent(share),
      number: (amount) => format.number(amount),
      value,
      channel: (code) => text(channelOf(code).name),
      metric: (metricId, amount, of) =>
        amount === null ? EMPTY : value(amount, findMetric(metricId)?.unit ?? "decimal", of),
      metricName: (metricId) => {
        const metric = findMetric(metricId);
        return metric ? text(metric.name) : metricId;
      },
    };
  }, [format, text, currency]);
}
