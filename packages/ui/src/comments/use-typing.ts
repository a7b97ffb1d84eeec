import { useEffect, useRef } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";

/** How long nothing is written before somebody counts as pausing. */
const PAUSE_MS = 5_000;

interface Typing {
  readonly follow: (text: string) => void;
  readonly end: () => void;
}

/** Tells beginnings and ends of writing, not each key. */
export function useTyping(onTyping: ((typing: boolean) => void) | undefined): Typing {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const end = useStableCallback(() => {
    if (pause.current === undefined) return;
    clearTimeout(pause.current);
    pause.current = undefined;
    onTyping?.(false);
  });
  const follow = useStableCallback((text: string) => {
    if (text.trim() === "") return end();
    if (pause.current === undefined) onTyping?.(true);
    clearTimeout(pause.current);
    pause.current = setTimeout(end, PAUSE_MS);
  });
  useEffect(() => end, [end]);
  return { follow, end };
}
