import { useMessages } from "@yutu/i18n";
import type { SmartCode, SmartField } from "../../domain/smart-gate.ts";
import { goalTexts } from "./messages.ts";

/** Sentences for what keeps a goal from passing the gate. */
export function useFaultText(): (fault: { readonly field: string; readonly code: string }) => string {
  const { fault: texts } = useMessages(goalTexts);
  return ({ field, code }) => {
    const group: Partial<Record<SmartCode, string>> | undefined = texts[field as SmartField];
    return group?.[code as SmartCode] ?? `${field}: ${code}`;
  };
}
