import { identity } from "@yutu/identity/contract";
import { isRole, permissionsOf } from "@yutu/identity/domain";
import { type Person, useOperation, usePermission } from "@yutu/ui";
import { useMemo } from "react";

export interface MemberChoice extends Person {
  /** Whether the role may manage projects. */
  readonly mayManage: boolean;
}

const NONE: readonly MemberChoice[] = [];

/** The active members of the workspace, for pickers. */
export function useMembers(): readonly MemberChoice[] {
  const allowed = usePermission("members.view");
  const { data } = useOperation(identity.listMembers, {}, { enabled: allowed, freshMs: 60_000, live: ["member"] });
  return useMemo(
    () =>
      data?.members
        .filter((m) => m.status === "active")
        .map((m) => ({
          id: m.id,
          name: m.name,
          mayManage: isRole(m.role) && permissionsOf(m.role).has("projects.edit"),
        })) ?? NONE,
    [data],
  );
}
