import { useFormat } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { useCallback } from "react";
import type { MetricHead } from "../types.ts";

export type Unit = MetricHead["unit"];
export type FigureText = (value: number | null, unit: Unit, short?: boolean) => string;

export const NO_VALUE = "–";

/** A figure as it is read; short ones keep four digits, the full one stands on hover. */
export function useFigureText(currency: string): FigureText {
  const format = useFormat();
  const money = isCurrency(currency) ? currency : "CNY";
  return useCallback(
    (value, unit, short = true) => {
      if (value === null) return NO_VALUE;
      switch (unit) {
        case "money":
          return short ? format.moneyShort(Math.round(value), money) : format.money(Math.round(value), money);
        case "count":
          return short ? format.short(value) : format.number(value, 2);
        case "ratio":
          return format.percent(value, 2);
        case "decimal":
          return format.number(value, 2);
      }
    },
    [format, money],
  );
}
