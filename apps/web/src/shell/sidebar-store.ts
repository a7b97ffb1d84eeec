import { useMedia } from "@yutu/ui";
import { useSyncExternalStore } from "react";

/** Wide windows begin with the full sidebar, narrow ones with icons; each remembers its own choice. */
type Room = "wide" | "narrow";

const KEY = "yutu.sidebar.";
const NARROW = "(max-width: 1023px)";
const listeners = new Set<() => void>();

function read(room: Room): boolean {
  try {
    const kept = localStorage.getItem(KEY + room);
    return kept === null ? room === "narrow" : kept === "slim";
  } catch {
    return room === "narrow"; // storage blocked by the browser's privacy settings
  }
}

const slim: Record<Room, boolean> = { wide: read("wide"), narrow: read("narrow") };

const roomNow = (): Room => (matchMedia(NARROW).matches ? "narrow" : "wide");

export function toggleSidebar(): void {
  const room = roomNow();
  slim[room] = !slim[room];
  try {
    localStorage.setItem(KEY + room, slim[room] ? "slim" : "full");
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
export function useSlimSidebar(): boolean {
  const room = useMedia(NARROW) ? "narrow" : "wide";
  return useSyncExternalStore(subscribe, () => slim[room]);
}
