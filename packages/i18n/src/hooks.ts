import { useSyncExternalStore } from "react";
import { createFormat, type Format } from "./format.ts";
import type { Locale } from "./locale.ts";
import { localeStore, type Preferences } from "./locale-store.ts";
import { type Messages, messagesIn, type Translation } from "./messages.ts";

const usePreferences = (): Preferences => useSyncExternalStore(localeStore.subscribe, localeStore.get, localeStore.get);

export const useLocale = (): Locale => usePreferences().locale;

/** The texts of an area in the current language: `const t = useMessages(messages)`. */
export const useMessages = <Source>(messages: Messages<Source>): Translation<Source> =>
  messagesIn(messages, useLocale());

/** Numbers, money, dates, lists and order in the current language. */
export function useFormat(): Format {
  const { locale, timeZone } = usePreferences();
  return createFormat(locale, timeZone);
}
