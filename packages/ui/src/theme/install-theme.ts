import "./base.css";
import { cssVariables } from "./css-variables.ts";
import { appearanceStore } from "./theme-store.ts";

const STYLE_ID = "yt-tokens";

/** Puts the tokens into the page and follows the device's theme; call once, before the first render. */
export function installTheme(): void {
  if (!document.getElementById(STYLE_ID)) {
    const style = document.createElement("style");
    style.id = STYLE_ID;
    style.textContent = cssVariables();
    document.head.prepend(style);
  }
  appearanceStore.refresh();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", appearanceStore.refresh);
}
