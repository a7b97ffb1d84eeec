import { useEffect, useRef } from "react";
import type { Shortcut } from "./shortcut-registry.ts";
import { listenForShortcuts, shortcuts } from "./shortcuts.ts";

/** Registers a key while the component is mounted. Keys pressed while an input method composes never arrive here. */
export function useShortcut(shortcut: Shortcut): void {
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  useEffect(() => {
    listenForShortcuts();
    return shortcuts.add(() => latest.current);
  }, []);
}
