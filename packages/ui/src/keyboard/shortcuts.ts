import { isMac } from "./chord.ts";
import { ShortcutRegistry } from "./shortcut-registry.ts";

/** The page's registry. */
export const shortcuts = new ShortcutRegistry();

export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(?:checkbox|radio|button|range)$/.test(target.type));

let listening = false;

/** Listens on the window from the first shortcut on. */
export function listenForShortcuts(): void {
  if (listening || typeof window === "undefined") return;
  listening = true;
  window.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    const context = { mac: isMac(), inField: isField(event.target), nowMs: event.timeStamp };
    if (shortcuts.press(event, context)) event.preventDefault();
  });
}
