import { languageOf, useLocale } from "@yutu/i18n";
import { useCallback } from "react";
import type { LocalText } from "../../domain/template.ts";

/** `const text = useLocalText(); text(task.name)`: a text that is data in both languages. */
export function useLocalText(): (text: LocalText) => string {
  const language = languageOf(useLocale());
  return useCallback((text) => text[language], [language]);
}
