import { type ThemeName, themes } from "./tokens.ts";

/** What the person chose; `system` follows the device. */
export type ThemeChoice = ThemeName | "system";
/** Height of table rows: 32, 36 or 44 px. */
export type Density = "compact" | "default" | "comfortable";

export interface Appearance {
  readonly choice: ThemeChoice;
  readonly theme: ThemeName;
  readonly density: Density;
}

const THEME_KEY = "yutu.theme";
const DENSITY_KEY = "yutu.density";

export const rowHeightPx: Readonly<Record<Density, number>> = { compact: 32, default: 36, comfortable: 44 };

function read(key: string): string | null {
  try {
    return typeof localStorage === "undefined" ? null : localStorage.getItem(key);
  } catch {
    return null; // storage blocked by the browser's privacy settings
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // the choice lasts until the page closes
  }
}

const darkDevice = (): MediaQueryList | undefined =>
  typeof matchMedia === "undefined" ? undefined : matchMedia("(prefers-color-scheme: dark)");

const resolve = (choice: ThemeChoice): ThemeName =>
  choice === "system" ? (darkDevice()?.matches ? "dark" : "light") : choice;

function initial(): Appearance {
  const theme = read(THEME_KEY);
  const density = read(DENSITY_KEY);
  const choice: ThemeChoice = theme === "light" || theme === "dark" ? theme : "system";
  return {
    choice,
    theme: resolve(choice),
    density: density === "compact" || density === "comfortable" ? density : "default",
  };
}

let current = initial();
const listeners = new Set<() => void>();

function show(): void {
  const root = document.documentElement;
  root.dataset["theme"] = current.theme;
  root.dataset["density"] = current.density;
  root.style.setProperty("--yt-row", `${rowHeightPx[current.density]}px`);
  // the bar of an installed product has the colour of the paper around the page
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", themes[current.theme].layout);
}

function publish(next: Appearance): void {
  current = next;
  if (typeof document !== "undefined") show();
  for (const listener of listeners) listener();
}

/** Theme and density of this device, kept for the next visit. */
export const appearanceStore = {
  get: (): Appearance => current,
  setTheme: (choice: ThemeChoice): void => {
    keep(THEME_KEY, choice);
    publish({ ...current, choice, theme: resolve(choice) });
  },
  setDensity: (density: Density): void => {
    keep(DENSITY_KEY, density);
    publish({ ...current, density });
  },
  /** Writes the current appearance into the page; the device's theme may have changed. */
  refresh: (): void => publish({ ...current, theme: resolve(current.choice) }),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
