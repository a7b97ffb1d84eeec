import { type Currency, isCurrency, minorDigits } from "@yutu/kernel";
import { InputNumber } from "antd";
import type { ReactElement } from "react";
import type { KpiUnit } from "../../domain/goal.ts";

interface FigureInputProps {
  readonly unit: KpiUnit;
  readonly currency: string;
  /** As it is stored: minor units, a fraction, or the number itself. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly wrong?: boolean;
}

const currencyOf = (code: string): Currency => (isCurrency(code) ? code : "CNY");

/** How many stored units one unit on screen is. */
function scaleOf(unit: KpiUnit, currency: string): number {
  switch (unit) {
    case "money":
      return 10 ** minorDigits(currencyOf(currency));
    case "ratio":
      return 0.01;
    case "count":
    case "decimal":
      return 1;
  }
}

const tidy = (value: number): number => Number(value.toPrecision(12));

/** A figure in the unit of its KPI: amounts in yuan, rates in percent. */
export function FigureInput({ unit, currency, value, onChange, wrong = false }: FigureInputProps): ReactElement {
  const scale = scaleOf(unit, currency);
  return (
    <InputNumber
      value={value === null ? null : tidy(value / scale)}
      onChange={(shown) => onChange(typeof shown === "number" ? tidy(shown * scale) : null)}
      status={wrong ? "error" : ""}
      controls={false}
      inputMode="decimal"
      suffix={unit === "money" ? currency : unit === "ratio" ? "%" : undefined}
      formatter={(shown) => String(shown ?? "").replaceAll(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",")}
      parser={(text) => Number((text ?? "").replaceAll(",", ""))}
    />
  );
}
