import { useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(changed, MINUTE_MS);
  return () => clearInterval(timer);
}

const thisMinute = (): number => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** The present moment to the minute, for what falls due while a page is open. */
export const useNow = (): number => useSyncExternalStore(everyMinute, thisMinute, thisMinute);
