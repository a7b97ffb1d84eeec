import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { identityProblems } from "./problems.ts";
import type { Role } from "./role.ts";

interface RoleHolder {
  readonly id: string;
  readonly role: Role;
  readonly active: boolean;
}

/**
 * Whether a member's role or state may be changed so: only owners touch the owner role, and one active owner must remain.
 * @param members everybody in the workspace, before the change
 */
export function checkMemberChange(
  members: readonly RoleHolder[],
  actorRole: Role,
  change: { readonly memberId: string; readonly role: Role; readonly active: boolean },
): Result<null, Problem> {
  const before = members.find((m) => m.id === change.memberId);
  const touchesOwner = before?.role === "owner" || change.role === "owner";
  if (touchesOwner && actorRole !== "owner")
    return err(problem(identityProblems.roleTooHigh, "Ask an owner of the workspace to make this change."));
  const ownersAfter = members
    .map((m) => (m.id === change.memberId ? { ...m, role: change.role, active: change.active } : m))
    .filter((m) => m.role === "owner" && m.active);
  if (before?.role === "owner" && ownersAfter.length === 0) {
    return err(problem(identityProblems.lastOwner, "Make somebody else an owner first."));
  }
  return ok(null);
}
