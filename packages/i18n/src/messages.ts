import { type Language, type Locale, languageOf } from "./locale.ts";

/** A leaf is a sentence, or a function from named values to a sentence; groups may nest. */
export interface MessageTree {
  readonly [key: string]: string | ((...params: never[]) => string) | MessageTree;
}

/** What another language must provide: the same keys, the same parameters, nothing missing and nothing extra. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (...params: infer Params) => string
    ? (...params: Params) => string
    : Source[Key] extends string
      ? string
      : Translation<Source[Key]>;
};

export type Messages<Source> = { readonly [Each in Language]: Translation<Source> };

/**
 * Declares the texts of one area. Chinese is the source: the compiler refuses an English catalogue with a missing,
 * an extra or a differently typed message.
 */
export const defineMessages = <const Source extends MessageTree>(catalogues: {
  readonly zh: Source;
  readonly en: Translation<NoInfer<Source>>;
}): Messages<Source> => ({ zh: catalogues.zh as unknown as Translation<Source>, en: catalogues.en });

/** The texts of an area in a locale, for code outside React (reports, mail). */
export const messagesIn = <Source>(messages: Messages<Source>, locale: Locale): Translation<Source> =>
  messages[languageOf(locale)];

const englishRules = new Intl.PluralRules("en");

/** The English word for a count: `plural(1, "task", "tasks")`. Chinese needs no such choice. */
export const plural = (count: number, one: string, other: string): string =>
  englishRules.select(count) === "one" ? one : other;
