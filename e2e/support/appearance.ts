export type Locale = "zh-CN" | "en";
export type Theme = "light" | "dark";

export interface Appearance {
  readonly language: Locale;
  readonly theme: Theme;
}

/** Script that sets language and theme before the application starts, unless the page has changed them since. */
export function preferences({ language, theme }: Appearance): string {
  const wanted = JSON.stringify({ "yutu.locale": language, "yutu.theme": theme });
  return `if (location.protocol.startsWith("http")) {
    for (const [key, value] of Object.entries(${wanted})) if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
  }`;
}
