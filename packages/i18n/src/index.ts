export type { DateFormats, Moment } from "./dates.ts";
export { createFormat, type Format } from "./format.ts";
export { useFormat, useLocale, useMessages } from "./hooks.ts";
export { DEFAULT_LOCALE, intlTag, isLocale, type Language, LOCALES, type Locale, languageOf } from "./locale.ts";
export { localeStore } from "./locale-store.ts";
export { defineMessages, type Messages, type MessageTree, messagesIn, plural, type Translation } from "./messages.ts";
export {
  COMMON_COLUMNS,
  type ColumnWords,
  columnWords,
  type Records,
  type RecordWords,
  type ValueWords,
} from "./record-words.ts";
