import { languageOf, useFormat, useLocale } from "@yutu/i18n";
import { useMemo } from "react";
import { type ReviewWords, reviewWords } from "../domain/figure-words.ts";

/** How the report writes figures in the reader's language. */
export function useFigureWords(currency: string): ReviewWords {
  const format = useFormat();
  const language = languageOf(useLocale());
  return useMemo(() => reviewWords(format, language, currency), [format, language, currency]);
}
