import { useSyncExternalStore } from "react";

const KEY = "yutu.sidebar";
const listeners = new Set<() => void>();

const read = (): boolean => {
  try {
    return localStorage.getItem(KEY) === "slim";
  } catch {
    return false; // storage blocked by the browser's privacy settings
  }
};

let slim = read();

export function toggleSidebar(): void {
  slim = !slim;
  try {
    localStorage.setItem(KEY, slim ? "slim" : "full");
  } catch {
    // the choice lasts until the page closes
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the sidebar shows icons only. */
export const useSlimSidebar = (): boolean => useSyncExternalStore(subscribe, () => slim);
