import { DEFAULT_LOCALE, intlTag, isLocale, type Locale } from "./locale.ts";

const STORAGE_KEY = "yutu.locale";

export interface Preferences {
  readonly locale: Locale;
  /** IANA name; moments are shown on this clock. `undefined` follows the device. */
  readonly timeZone: string | undefined;
}

const storage = (): Storage | undefined => {
  try {
    return typeof localStorage === "undefined" ? undefined : localStorage;
  } catch {
    return undefined; // blocked by the browser's privacy settings
  }
};

const stored = (): Locale => {
  const text = storage()?.getItem(STORAGE_KEY);
  return isLocale(text) ? text : DEFAULT_LOCALE;
};

let current: Preferences = { locale: stored(), timeZone: undefined };
const listeners = new Set<() => void>();

/** Screen readers and line breaking go by it. */
function nameLanguage(locale: Locale): void {
  if (typeof document !== "undefined") document.documentElement.lang = intlTag(locale);
}

nameLanguage(current.locale);

function publish(next: Preferences): void {
  current = next;
  nameLanguage(next.locale);
  for (const listener of listeners) listener();
}

/** The language and clock of this device. Writing keeps the language for the next visit and sets `<html lang>`. */
export const localeStore = {
  get: (): Preferences => current,
  setLocale: (locale: Locale): void => {
    storage()?.setItem(STORAGE_KEY, locale);
    publish({ ...current, locale });
  },
  setTimeZone: (timeZone: string | undefined): void => {
    if (timeZone !== current.timeZone) publish({ ...current, timeZone });
  },
  /** @returns a function that ends the subscription */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
