import { ingestion } from "@yutu/ingestion/contract";
import { useOperation, usePermission } from "@yutu/ui";
import { useMemo } from "react";

/** Names of the data sources by id; the id itself for those the person may not list. */
export function useSourceNames(): ReadonlyMap<string, string> {
  const allowed = usePermission("data.view");
  const { data } = useOperation(ingestion.listSources, {}, { enabled: allowed, freshMs: 300_000 });
  return useMemo(() => new Map((data?.sources ?? []).map((source) => [source.id, source.name])), [data]);
}
