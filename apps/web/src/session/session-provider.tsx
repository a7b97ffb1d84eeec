import { useQuery, useQueryClient } from "@tanstack/react-query";
import { localeStore } from "@yutu/i18n";
import { ProblemError, type Session, SessionContext, type SessionSource, useClient } from "@yutu/ui";
import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo } from "react";
import { Away } from "../offline/away.tsx";
import { onSignedOut } from "./signed-out.ts";

interface SessionProviderProps {
  readonly source: SessionSource | undefined;
  readonly children: ReactNode;
}

const KEY = ["shell.session"] as const;
const RETRY_MS = 2000;

/** Knows who is here before any page is drawn; a server that is away is asked again until it answers. */
export function SessionProvider({ source, children }: SessionProviderProps): ReactElement | null {
  const client = useClient();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery<Session | null, Error>({
    queryKey: KEY,
    queryFn: async () => {
      const result = source ? await source.load(client) : undefined;
      if (result?.ok === false) throw new ProblemError(result.error);
      localeStore.setTimeZone(result?.value?.timeZone);
      return result?.value ?? null;
    },
    // asked again below, and whether there is a network shows in the answer: nobody waits before an empty page
    retry: false,
    networkMode: "always",
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) => (query.state.data === undefined && query.state.error ? RETRY_MS : false),
    meta: { live: ["member", "role"] },
  });
  const reload = useCallback(async () => {
    await refetch();
    // nothing of another account or workspace may show
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0], type: "inactive" });
    await queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
  }, [queries, refetch]);
  useEffect(
    () =>
      onSignedOut(() => {
        if (queries.getQueryData(KEY)) queries.setQueryData(KEY, null);
      }),
    [queries],
  );
  const state = useMemo(() => ({ session: data ?? undefined, reload }), [data, reload]);
  if (data !== undefined) return <SessionContext value={state}>{children}</SessionContext>;
  if (!(error instanceof ProblemError)) {
    if (error) throw error;
    return null;
  }
  return <Away problem={error.problem} onRetry={() => void refetch()} />;
}
