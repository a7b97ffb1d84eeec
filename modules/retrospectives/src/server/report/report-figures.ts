import { createFormat, type Format } from "@yutu/i18n";
import { type Language, type ReviewWords, reviewWords } from "../../domain/index.ts";

export interface ReportFigures extends ReviewWords {
  readonly format: Format;
  /** For pictures on systems without a Chinese font. */
  readonly latin: ReviewWords;
}

/** How a report writes figures, in the currency of its project and on the clock of its workspace. */
export function reportFigures(language: Language, currency: string, timeZone: string): ReportFigures {
  const format = createFormat(language === "en" ? "en" : "zh-CN", timeZone);
  return {
    ...reviewWords(format, language, currency),
    format,
    latin: reviewWords(createFormat("en"), "en", currency),
  };
}
