import { useQuery } from "@tanstack/react-query";
import type { Records } from "@yutu/i18n";
import { useModules } from "../module/modules-context.ts";
import type { WebModule } from "../module/web-module.ts";

async function loadRecords(modules: readonly WebModule[]): Promise<Records> {
  const parts = await Promise.all(modules.flatMap((module) => module.records?.() ?? []));
  return Object.assign({}, ...parts) as Records;
}

/** The words of all modules for their records; undefined while they load. */
export function useRecords(): Records | undefined {
  const modules = useModules();
  const { data } = useQuery({
    queryKey: ["record-words"],
    queryFn: () => loadRecords(modules),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
  });
  return data;
}
