import { useFormat } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { useCallback } from "react";
import type { KpiUnit } from "../../domain/goal.ts";

/** A figure as it is read, in the unit of its KPI; short amounts keep four digits. */
export function useFigure(currency: string): (value: number, unit: KpiUnit, short?: boolean) => string {
  const format = useFormat();
  const money = isCurrency(currency) ? currency : "CNY";
  return useCallback(
    (value, unit, short = true) => {
      switch (unit) {
        case "money":
          return short ? format.moneyShort(Math.round(value), money) : format.money(Math.round(value), money);
        case "count":
          return short ? format.short(Math.round(value)) : format.number(value, 0);
        case "ratio":
          return format.percent(value, 2);
        case "decimal":
          return format.number(value, 2);
      }
    },
    [format, money],
  );
}
