import { useQueryClient } from "@tanstack/react-query";
import { LIVE_EVENT, type LiveHint } from "@yutu/contract";
import { useEffect, useState } from "react";
import { hintsTouch, parseLiveHint } from "./live-hint.ts";

const GATHER_MS = 200;

export type LiveState = "connecting" | "open" | "lost";

/**
 * Follows the workspace's live channel and marks what changed as old, a few hints at a time. Mounted once by the shell.
 * After a lost connection everything on screen is asked again, since hints were missed.
 */
export function useLive(url: string, enabled: boolean): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  useEffect(() => {
    if (!enabled) return;
    const source = new EventSource(url, { withCredentials: true });
    let gathered: LiveHint[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const flush = (): void => {
      const hints = gathered;
      gathered = [];
      timer = undefined;
      void queries.invalidateQueries({
        predicate: ({ queryKey, meta }) => hintsTouch(hints, queryKey, meta?.["live"]),
      });
    };
    source.addEventListener(LIVE_EVENT, (message: MessageEvent<string>) => {
      const hint = parseLiveHint(message.data);
      if (!hint) return;
      gathered.push(hint);
      timer ??= setTimeout(flush, GATHER_MS);
    });
    source.onopen = () => {
      setState("open");
      if (lost) void queries.invalidateQueries();
      lost = false;
    };
    source.onerror = () => {
      // a channel that never opened is not a loss: there may be none (a build without a server)
      setState((before) => (before === "connecting" ? before : "lost"));
      lost = true;
    };
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [queries, url, enabled]);
  return state;
}
