/** What is needed of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}

const NAMES: Readonly<Record<string, string>> = {
  " ": "space",
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Escape: "esc",
};

/**
 * Whether an input method owns the key: Enter that accepts pinyin must not submit, letters must not run commands.
 * Chromium reports `isComposing`; Safari sends the accepting Enter after composition, with key code 229.
 */
export const isComposingKey = (press: Pick<KeyPress, "isComposing" | "keyCode">): boolean =>
  press.isComposing === true || press.keyCode === 229;

/**
 * Canonical name of a key with its modifiers: `mod+k`, `shift+left`, `?`, `g`. `mod` is ⌘ on a Mac and Ctrl elsewhere.
 * Shift is named with letters and named keys only, since it is already part of signs such as `?`.
 */
export function chordOf(press: KeyPress, mac: boolean): string {
  const name = NAMES[press.key] ?? press.key.toLowerCase();
  const isSign = press.key.length === 1 && name === press.key.toUpperCase();
  const parts: string[] = [];
  if (mac ? press.metaKey : press.ctrlKey) parts.push("mod");
  if (mac && press.ctrlKey) parts.push("ctrl");
  if (press.altKey) parts.push("alt");
  if (press.shiftKey && !isSign) parts.push("shift");
  parts.push(name);
  return parts.join("+");
}

export const isMac = (): boolean => typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

const MAC_SIGNS: Readonly<Record<string, string>> = { mod: "⌘", ctrl: "⌃", alt: "⌥", shift: "⇧" };
const KEY_SIGNS: Readonly<Record<string, string>> = {
  mod: "Ctrl",
  ctrl: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  enter: "↵",
  esc: "Esc",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  space: "Space",
};

/** Key caps to show: `mod+k` → `["⌘", "K"]` on a Mac, `["Ctrl", "K"]` elsewhere; a sequence gives one cap each. */
export const keyCaps = (keys: string, mac: boolean): string[] =>
  keys
    .split(" ")
    .flatMap((chord) => (chord === "+" ? ["+"] : chord.split("+")))
    .map((part) => (mac ? MAC_SIGNS[part] : undefined) ?? KEY_SIGNS[part] ?? part.toUpperCase());
