import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { useOperation, usePermission } from "@yutu/ui";
import { useMemo } from "react";
import { identity } from "../../../contract/index.ts";
import { ROLES } from "../../../domain/role.ts";
import { identityTexts } from "../../messages.ts";

export type Member = OperationOutput<typeof identity.listMembers>["members"][number];
export type Invitation = OperationOutput<typeof identity.listInvitations>["invitations"][number];

/** Roles to choose from, by name. */
export function useRoleOptions(): { readonly value: Member["role"]; readonly label: string }[] {
  const t = useMessages(identityTexts);
  return useMemo(() => ROLES.map((value) => ({ value, label: t.roles[value] })), [t]);
}

/** Departments to choose from, by name. */
export function useDepartmentOptions(): { readonly value: string; readonly label: string }[] {
  const { data } = useOperation(
    identity.listDepartments,
    {},
    { freshMs: 60_000, enabled: usePermission("workspace.view") },
  );
  return useMemo(() => (data?.departments ?? []).map((d) => ({ value: d.id, label: d.name })), [data]);
}
