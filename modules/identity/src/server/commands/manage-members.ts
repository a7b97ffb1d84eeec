import { type Call, checkVersion, invalid, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { memberChanged, workspaceChanged } from "../../domain/events.ts";
import { checkMemberChange } from "../../domain/policy.ts";
import { identityProblems } from "../../domain/problems.ts";
import { isRole, type Role } from "../../domain/role.ts";
import { presentMember, presentWorkspace } from "../presenters.ts";
import { findDepartment, findWorkspace, listMembers, updateMember } from "../repository.ts";
import { hashToken, newToken } from "../secrets.ts";
import { invitations, workspaces } from "../tables.ts";

interface MemberChange {
  readonly role?: Role | undefined;
  readonly departmentId?: string | null | undefined;
  readonly status?: "active" | "disabled" | undefined;
  readonly expectedVersion?: number | undefined;
}

const roleOf = (text: string): Role => (isRole(text) ? text : "guest");

export async function changeMember(
  { tx, actor }: Call,
  memberId: string,
  change: MemberChange,
): Promise<Result<ReturnType<typeof presentMember>, Problem>> {
  const everybody = await listMembers(tx);
  const member = everybody.find((m) => m.id === memberId);
  if (!member) return notFound("member");
  const current = checkVersion(member.version, change.expectedVersion);
  if (!current.ok) return current;
  const role = change.role ?? roleOf(member.role);
  const status = change.status ?? (member.status === "disabled" ? "disabled" : "active");
  const holders = everybody.map((m) => ({ id: m.id, role: roleOf(m.role), active: m.status === "active" }));
  const allowed = checkMemberChange(holders, roleOf(actor.role), { memberId, role, active: status === "active" });
  if (!allowed.ok) return allowed;
  if (change.departmentId && !(await findDepartment(tx, change.departmentId)))
    return invalid("/body/departmentId", "unknown", "There is no such department.");
  const departmentId = change.departmentId === undefined ? member.departmentId : change.departmentId;
  const updated = await updateMember(tx, memberId, { role, status, departmentId });
  if (!updated) return notFound("member");
  await tx.emit(memberChanged, { memberId, role, status }, { entity: "member", id: memberId });
  return ok(presentMember(updated));
}

interface Invitation {
  readonly email: string | null;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly validDays: number;
}

export async function inviteMember(
  { tx, actor, services }: Call,
  body: Invitation,
): Promise<Result<{ id: string; url: string; expiresAt: string }, Problem>> {
  if (body.role === "owner" && actor.role !== "owner")
    return err(problem(identityProblems.roleTooHigh, "Only an owner may invite another owner."));
  if (body.departmentId && !(await findDepartment(tx, body.departmentId)))
    return invalid("/body/departmentId", "unknown", "There is no such department.");
  const email = body.email?.toLowerCase() ?? null;
  if (email && (await listMembers(tx)).some((m) => m.email.toLowerCase() === email)) {
    return err(problem(identityProblems.alreadyMember, `${email} is a member already.`));
  }
  const token = newToken("inv");
  const id = tx.ids.next("inv");
  const expiresAt = new Date(tx.now.getTime() + body.validDays * 86_400_000);
  await tx.db.insert(invitations).values({
    id,
    email,
    role: body.role,
    departmentId: body.departmentId,
    tokenHash: hashToken(token),
    invitedBy: actor.memberId,
    expiresAt,
  });
  return ok({ id, url: `${services.publicUrl()}/join/${token}`, expiresAt: expiresAt.toISOString() });
}

export async function revokeInvitation(
  { tx }: Call,
  invitationId: string,
): Promise<Result<Record<string, never>, Problem>> {
  const found = await tx.query(
    "UPDATE invitations SET revoked_at = coalesce(revoked_at, $2), version = version + 1 WHERE id = $1 RETURNING 1",
    [invitationId, tx.now],
  );
  return found.length === 0 ? notFound("invitation") : ok({});
}

interface WorkspaceChange {
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

export async function changeWorkspace(
  { tx }: Call,
  change: WorkspaceChange,
): Promise<Result<ReturnType<typeof presentWorkspace>, Problem>> {
  const workspace = await findWorkspace(tx);
  if (!workspace) return notFound("workspace");
  const current = checkVersion(workspace.version, change.expectedVersion);
  if (!current.ok) return current;
  if (change.timeZone && !isTimeZone(change.timeZone))
    return invalid("/body/timeZone", "unknown", "Use a name such as Asia/Shanghai.");
  const next = {
    name: change.name ?? workspace.name,
    currency: change.currency ?? workspace.currency,
    timeZone: change.timeZone ?? workspace.timeZone,
  };
  const [updated] = await tx.db
    .update(workspaces)
    .set({ ...next, updatedAt: tx.now, version: workspace.version + 1 })
    .returning();
  if (!updated) return notFound("workspace");
  await tx.emit(workspaceChanged, { workspaceId: workspace.id }, { entity: "workspace", id: workspace.id });
  return ok(presentWorkspace(updated));
}
