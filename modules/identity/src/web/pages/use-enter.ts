import { useGo, useReloadSession, useSession } from "@yutu/ui";
import { useCallback, useEffect, useState } from "react";

/** Where to go after signing in: a path of our own, never another site. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/";
}

/**
 * Reads the new session and goes on to what was asked for, once the session has been drawn: a page that is drawn before
 * it would send the person back to the door.
 */
export function useEnter(): () => Promise<void> {
  const go = useGo();
  const reload = useReloadSession();
  const here = useSession() !== undefined;
  const [next, setNext] = useState<string>();
  useEffect(() => {
    if (here && next !== undefined) go(next, { replace: true });
  }, [go, here, next]);
  return useCallback(async () => {
    const asked = nextPath(window.location.search);
    await reload();
    setNext(asked);
  }, [reload]);
}
