import { identity } from "@yutu/identity/contract";
import { type Person, useOperation, usePermission } from "@yutu/ui";
import { useMemo } from "react";

const NONE: readonly Person[] = [];

/** The active members of the workspace, for pickers and mentions; nobody for those who may not see them. */
export function useMembers(): readonly Person[] {
  const allowed = usePermission("members.view");
  const { data } = useOperation(identity.listMembers, {}, { enabled: allowed, freshMs: 60_000, live: ["member"] });
  return useMemo(
    () => data?.members.filter((m) => m.status === "active").map(({ id, name }) => ({ id, name })) ?? NONE,
    [data],
  );
}
