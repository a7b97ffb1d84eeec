import { type Language, type Locale, languageOf } from "@yutu/i18n";

/** A short text in both languages, for descriptors that live outside React. */
export type Label = Readonly<Record<Language, string>>;

export const labelIn = (label: Label, locale: Locale): string => label[languageOf(locale)];
