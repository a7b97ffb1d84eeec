import { useSyncExternalStore } from "react";

/** Whether a media query holds; false where there is no window. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}

/** Phones and narrow windows: below 768 px the layout changes to cards, sheets and the bottom bar. */
export const usePhone = (): boolean => useMedia("(max-width: 767px)");

export const useReducedMotion = (): boolean => useMedia("(prefers-reduced-motion: reduce)");
