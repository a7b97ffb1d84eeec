import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Client } from "@yutu/contract";
import { type Label, type PaletteHit, type PaletteSearch, useClient, useModules } from "@yutu/ui";

const PAUSE_MS = 150;

export interface HitGroup {
  readonly key: string;
  readonly label: Label;
  readonly hits: readonly PaletteHit[];
}

export interface PaletteHits {
  readonly groups: readonly HitGroup[];
  readonly searching: boolean;
}

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });

/** Asks all modules; one that fails only leaves its group out. */
async function search(
  client: Client,
  searches: readonly PaletteSearch[],
  text: string,
  signal: AbortSignal,
): Promise<HitGroup[]> {
  await pause();
  signal.throwIfAborted(); // typed on in the meantime
  const answers = await Promise.allSettled(searches.map((each) => each.search(client, text, signal)));
  const groups = searches.map(({ key, label }, index) => {
    const answer = answers[index];
    return { key, label, hits: answer?.status === "fulfilled" ? answer.value : [] };
  });
  return groups.filter((group) => group.hits.length > 0);
}

/** Things that match by name, after a short pause in typing; earlier questions are dropped. */
export function usePaletteHits(text: string): PaletteHits {
  const client = useClient();
  const searches = useModules().flatMap((module) => module.searches ?? []);
  const wanted = text.trim();
  const enabled = wanted !== "" && searches.length > 0;
  const query = useQuery({
    queryKey: ["shell.palette", wanted],
    queryFn: ({ signal }) => search(client, searches, wanted, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  return { groups: enabled ? (query.data ?? []) : [], searching: enabled && query.isFetching };
}
