import { type Implementation, implement, notFound } from "@yutu/application";
import { ok } from "@yutu/kernel";
import { identity } from "../contract/index.ts";
import { isPermission, isRole } from "../domain/role.ts";
import { changeDepartment, createDepartment, deleteDepartment } from "./commands/manage-departments.ts";
import { changeMember, changeWorkspace, inviteMember, revokeInvitation } from "./commands/manage-members.ts";
import { createToken, revokeToken } from "./commands/manage-tokens.ts";
import { presentMember, presentWorkspace } from "./presenters.ts";
import { findWorkspace, listDepartments, listInvitations, listMembers, listTokensOf } from "./repository.ts";

export const workspaceOperations: readonly Implementation[] = [
  implement(identity.getWorkspace, async ({ tx }) => {
    const workspace = await findWorkspace(tx);
    return workspace ? ok(presentWorkspace(workspace)) : notFound("workspace");
  }),
  implement(identity.updateWorkspace, (call, { body }) => changeWorkspace(call, body)),
  implement(identity.listMembers, async ({ tx }) => ok({ members: (await listMembers(tx)).map(presentMember) })),
  implement(identity.updateMember, (call, { params, body }) => changeMember(call, params.memberId, body)),
  implement(identity.listDepartments, async ({ tx }) =>
    ok({
      departments: (await listDepartments(tx)).map(({ department, memberCount }) => ({ ...department, memberCount })),
    }),
  ),
  implement(identity.createDepartment, (call, { body }) => createDepartment(call, body)),
  implement(identity.updateDepartment, (call, { params, body }) => changeDepartment(call, params.departmentId, body)),
  implement(identity.deleteDepartment, (call, { params }) => deleteDepartment(call, params.departmentId)),
  implement(identity.inviteMember, (call, { body }) => inviteMember(call, body)),
  implement(identity.listInvitations, async ({ tx }) => {
    const stateOf = (row: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }) =>
      row.acceptedAt
        ? ("accepted" as const)
        : row.revokedAt
          ? ("revoked" as const)
          : row.expiresAt <= tx.now
            ? ("expired" as const)
            : ("open" as const);
    const rows = await listInvitations(tx);
    return ok({
      invitations: rows.map(({ invitation, inviter }) => ({
        id: invitation.id,
        email: invitation.email,
        role: isRole(invitation.role) ? invitation.role : ("guest" as const),
        departmentId: invitation.departmentId,
        invitedBy: inviter ?? "",
        expiresAt: invitation.expiresAt.toISOString(),
        state: stateOf(invitation),
      })),
    });
  }),
  implement(identity.revokeInvitation, (call, { params }) => revokeInvitation(call, params.invitationId)),
  implement(identity.listTokens, async ({ tx, actor }) => {
    const rows = await listTokensOf(tx, actor.memberId);
    return ok({
      tokens: rows.map((row) => ({
        id: row.id,
        name: row.name,
        scopes: row.scopes.filter(isPermission),
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt?.toISOString() ?? null,
        lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      })),
    });
  }),
  implement(identity.createToken, (call, { body }) => createToken(call, body)),
  implement(identity.revokeToken, (call, { params }) => revokeToken(call, params.tokenId)),
];
