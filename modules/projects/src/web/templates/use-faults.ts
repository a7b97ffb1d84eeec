import { useMessages } from "@yutu/i18n";
import { useDeferredValue, useMemo } from "react";
import type { ProjectTemplate } from "../../domain/template.ts";
import { type TemplateFault, templateFaults } from "../../domain/template-faults.ts";
import type { TemplateEdit } from "./edit.ts";
import { templateTexts } from "./messages.ts";

/** What does not hold together, by place and in words; found while somebody types, without holding the typing up. */
export function useFaults(
  template: ProjectTemplate,
): Pick<TemplateEdit, "faultAt" | "faultsBelow"> & { readonly faults: readonly TemplateFault[] } {
  const t = useMessages(templateTexts);
  const settled = useDeferredValue(template);
  return useMemo(() => {
    const faults = templateFaults(settled);
    const wordsOf = ({ code, permille = 0 }: TemplateFault): string =>
      code === "shares" ? t.fault.shares({ percent: String(permille / 10) }) : t.fault[code];
    return {
      faults,
      faultAt: (pointer) => {
        const fault = faults.find((each) => each.pointer === pointer);
        return fault && wordsOf(fault);
      },
      faultsBelow: (pointer) =>
        faults.filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`)).length,
    };
  }, [settled, t]);
}
