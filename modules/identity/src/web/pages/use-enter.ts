import { useGo, useReloadSession } from "@yutu/ui";
import { useCallback } from "react";

/** Where to go after signing in: a path of our own, never another site. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/";
}

/** Reads the new session and goes on to what was asked for. */
export function useEnter(): () => Promise<void> {
  const go = useGo();
  const reload = useReloadSession();
  return useCallback(async () => {
    const next = nextPath(window.location.search);
    await reload();
    go(next, { replace: true });
  }, [go, reload]);
}
