import type { OperationOutput } from "@yutu/contract";
import { projects } from "@yutu/projects/contract";
import { useOperation, usePermission } from "@yutu/ui";
import { useMemo } from "react";
import type { assets } from "../contract/index.ts";

export type Asset = OperationOutput<typeof assets.listAssets>["items"][number];
export type AssetDetails = OperationOutput<typeof assets.getAsset>;
export type Version = AssetDetails["versions"][number];
export type UploadedFile = OperationOutput<typeof assets.uploadFile>;
export type Duplicate = UploadedFile["duplicates"][number];

/** Projects to choose from, by name. */
export function useProjectOptions(): { readonly value: string; readonly label: string }[] {
  const allowed = usePermission("projects.view");
  const { data } = useOperation(
    projects.listProjects,
    { query: { limit: 200 } },
    { enabled: allowed, freshMs: 60_000 },
  );
  return useMemo(() => (data?.items ?? []).map((p) => ({ value: p.id, label: p.name })), [data]);
}
