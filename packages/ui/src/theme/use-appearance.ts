import { useSyncExternalStore } from "react";
import { type Appearance, appearanceStore } from "./theme-store.ts";
import { type ColourTokens, themes } from "./tokens.ts";

export const useAppearance = (): Appearance =>
  useSyncExternalStore(appearanceStore.subscribe, appearanceStore.get, appearanceStore.get);

/** The current theme's colours as values, for canvas and charts; everything in the DOM uses `var(--yt-…)`. */
export const useColours = (): ColourTokens => themes[useAppearance().theme];
