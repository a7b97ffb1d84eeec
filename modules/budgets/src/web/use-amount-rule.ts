import { useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import type { FormRule } from "antd";
import { budgetTexts } from "./messages.ts";
import { minorOf } from "./money.ts";

/** A rule for a field that takes an amount above zero. */
export function useAmountRule(currency: Currency): FormRule {
  const t = useMessages(budgetTexts);
  return {
    validator: (_: unknown, text?: string) =>
      (minorOf(text, currency) ?? 0) > 0 ? Promise.resolve() : Promise.reject(new Error(t.notAmount)),
  };
}
