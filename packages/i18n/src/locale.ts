/** The languages of the interface. `zh-CN` is the source and the default, `en` is complete. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "zh-CN";

export const isLocale = (text: unknown): text is Locale => text === "zh-CN" || text === "en";

/** The language of a catalogue that serves a locale. */
export type Language = "zh" | "en";

export const languageOf = (locale: Locale): Language => (locale === "en" ? "en" : "zh");

/** The `Intl` tag of a locale: English follows the conventions of the United States (month before day). */
export const intlTag = (locale: Locale): string => (locale === "en" ? "en-US" : "zh-CN");
