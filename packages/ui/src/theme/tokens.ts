/** One theme's colours. Raw colours live in this file only; everything else names a token. */
export interface ColourTokens {
  /** Fill of the one primary action; white text sits on it. */
  readonly primary: string;
  readonly primaryHover: string;
  /** Links and selected words: readable on surfaces, unlike the fill in the dark theme. */
  readonly primaryText: string;
  readonly onPrimary: string;
  /** Promotion days, today, milestones. A fill; `accentText` is its readable form. */
  readonly accent: string;
  readonly accentText: string;
  readonly onAccent: string;
  readonly layout: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  readonly softLine: string;
  /** Edge of controls that must be seen to be used (WCAG 1.4.11: 3:1). */
  readonly controlLine: string;
  readonly ink: string;
  readonly secondary: string;
  readonly tertiary: string;
  readonly success: string;
  readonly warning: string;
  readonly error: string;
  readonly onError: string;
  readonly navSelected: string;
  readonly rowHover: string;
  readonly rowSelected: string;
  /** Filled filter chip. */
  readonly chip: string;
  /** Bars of the Gantt chart: done part and rest. */
  readonly bar: string;
  readonly barRest: string;
  readonly barCritical: string;
  readonly barCriticalRest: string;
  readonly barSummary: string;
  readonly baseline: string;
  readonly link: string;
  readonly nonWorking: string;
  /** Over the page behind a sheet. */
  readonly scrim: string;
  readonly shadow: string;
}

export type ThemeName = "light" | "dark";

const light: ColourTokens = {
  primary: "#3B4FD8",
  primaryHover: "#3244BF",
  primaryText: "#3B4FD8",
  onPrimary: "#FFFFFF",
  accent: "#E8590C",
  accentText: "#C2410C",
  onAccent: "#FFFFFF",
  layout: "#F7F6F3",
  surface: "#FFFFFF",
  raised: "#FFFFFF",
  sunken: "#F1EFEA",
  line: "#E8E5DF",
  softLine: "#F0EEE9",
  controlLine: "#D9D5CD",
  ink: "#1C1B19",
  secondary: "#57534C",
  tertiary: "#736E66",
  success: "#1A7F4E",
  warning: "#9A5B00",
  error: "#C4281C",
  onError: "#FFFFFF",
  navSelected: "#EAE7E0",
  rowHover: "#FAF9F6",
  rowSelected: "#EEF0FD",
  chip: "#EAE7E0",
  bar: "#7C8AE9",
  barRest: "#C9D0F9",
  barCritical: "#E0685C",
  barCriticalRest: "#F7CAC6",
  barSummary: "#57534C",
  baseline: "#DAD6CE",
  link: "#B5B0A6",
  nonWorking: "#FAF9F6",
  scrim: "rgb(28 27 25 / 36%)",
  shadow: "0 8px 28px rgb(28 27 25 / 14%), 0 1px 3px rgb(28 27 25 / 8%)",
};

const dark: ColourTokens = {
  primary: "#5767EE", // the design's #5B6CF0 gives white text 4.33:1, below AA
  primaryHover: "#4C5DE2",
  primaryText: "#8C9BFF",
  onPrimary: "#FFFFFF",
  accent: "#FF8A4C",
  accentText: "#FF8A4C",
  onAccent: "#1A1A1E",
  layout: "#131316",
  surface: "#1A1A1E",
  raised: "#222227",
  sunken: "#0F0F12",
  line: "#2E2E35",
  softLine: "#26262C",
  controlLine: "#3B3B44",
  ink: "#EDEBE7",
  secondary: "#B3AFA8",
  tertiary: "#928E87",
  success: "#4CC38A",
  warning: "#E5A84B",
  error: "#FF7A6B",
  onError: "#1A1A1E",
  navSelected: "#26262E",
  rowHover: "#202026",
  rowSelected: "#23264A",
  chip: "#26262E",
  bar: "#6F7EF2",
  barRest: "#343A6B",
  barCritical: "#E5695C",
  barCriticalRest: "#5C2F2C",
  barSummary: "#B3AFA8",
  baseline: "#3A3A42",
  link: "#5C5962",
  nonWorking: "#1E1E23",
  scrim: "rgb(0 0 0 / 56%)",
  shadow: "0 8px 28px rgb(0 0 0 / 50%), 0 0 0 1px rgb(255 255 255 / 6%)",
};

export const themes: Readonly<Record<ThemeName, ColourTokens>> = { light, dark };

export const radius = { chip: 4, control: 6, card: 10, sheet: 12, modal: 14 } as const;

/** Heights in px. Touch targets on phones are at least `touch`. */
export const size = {
  control: 30,
  controlSmall: 24,
  controlLarge: 36,
  touch: 44,
  sidebar: 224,
  sidebarSlim: 56,
  peek: 480,
} as const;

export const motion = { quickMs: 140, calmMs: 200 } as const;

export const fontFamily =
  '"Inter Variable", "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

/** Grounds of avatars: white letters reach 4.5:1 on each. */
export const avatarColours = [
  "#3A7490",
  "#2B7A55",
  "#5460CC",
  "#8F5D10",
  "#84489C",
  "#A33D5E",
  "#35689C",
  "#5F6B1F",
] as const;

/** The two colours of the product's mark, the same in both themes. */
export const brand = { brand: "#3B4FD8", brandAccent: "#E8590C" } as const;

/** Colours of series in charts, in order of use; told apart in both themes and by most colour-blind eyes. */
export const seriesColours: Readonly<Record<ThemeName, readonly string[]>> = {
  light: ["#3B4FD8", "#E8590C", "#1A7F4E", "#84489C", "#2B8CA8", "#B98900", "#736E66", "#A33D5E"],
  dark: ["#8C9BFF", "#FF8A4C", "#4CC38A", "#C792DC", "#5FBAD3", "#E5C04B", "#928E87", "#E58AA6"],
};
