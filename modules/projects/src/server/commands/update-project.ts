import { type Call, checkVersion, invalid } from "@yutu/application";
import type { OperationInput } from "@yutu/contract";
import { isRole, permissionsOf } from "@yutu/identity/domain";
import { findActiveMember } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import type { updateProject as operation } from "../../contract/operations.ts";
import { isOpen, projectChanged, projectProblems } from "../../domain/index.ts";
import { projectMembers, projects } from "../tables.ts";
import { mayManage, type ProjectRow } from "../visibility.ts";

export type ProjectChange = OperationInput<typeof operation>["body"];

/** Refuses people whom the workspace does not have, and managers whose role may not manage; names the place. */
export async function checkPeople(
  { tx }: Call,
  body: {
    readonly managerId?: string | undefined;
    readonly people?: Readonly<Record<string, readonly string[]>> | undefined;
  },
): Promise<Result<null, Problem>> {
  if (body.managerId !== undefined) {
    const manager = await findActiveMember(tx, body.managerId);
    if (!manager) return invalid("/body/managerId", "unknown", "There is no such active member.");
    if (!isRole(manager.role) || !permissionsOf(manager.role).has("projects.edit"))
      return invalid("/body/managerId", "role", "Their role may not manage projects.");
  }
  for (const [role, memberIds] of Object.entries(body.people ?? {})) {
    for (const [i, memberId] of memberIds.entries()) {
      if (!(await findActiveMember(tx, memberId)))
        return invalid(`/body/people/${role}/${i}`, "unknown", "There is no such active member.");
    }
  }
  return ok(null);
}

/** Puts people into their roles; the manager always has the manager's, and nobody else by default. */
export async function writePeople(
  { tx }: Call,
  projectId: string,
  managerId: string,
  people: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const rows = Object.entries(people).flatMap(([roleKey, ids]) =>
    [...new Set(ids)].map((memberId) => ({ id: tx.ids.next("pjm"), projectId, memberId, roleKey })),
  );
  const withManager = rows.some((r) => r.memberId === managerId && r.roleKey === "manager")
    ? rows
    : [...rows, { id: tx.ids.next("pjm"), projectId, memberId: managerId, roleKey: "manager" }];
  await tx.db.delete(projectMembers).where(eq(projectMembers.projectId, projectId));
  await tx.db.insert(projectMembers).values(withManager);
}

/** Who is on the project, without its present manager in that role: another one takes it over. */
async function withoutManager({ tx }: Call, project: ProjectRow): Promise<Record<string, string[]>> {
  const rows = await tx.db.select().from(projectMembers).where(eq(projectMembers.projectId, project.id));
  const people: Record<string, string[]> = {};
  for (const { roleKey, memberId } of rows) {
    if (roleKey === "manager" && memberId === project.managerId) continue;
    people[roleKey] = [...(people[roleKey] ?? []), memberId];
  }
  return people;
}

export async function updateProject(
  call: Call,
  project: ProjectRow,
  body: ProjectChange,
): Promise<Result<null, Problem>> {
  const { tx, actor } = call;
  if (!mayManage(actor, project))
    return err(problem(projectProblems.notManager, "Ask the project's manager, or an administrator."));
  if (!isOpen(project.status))
    return err(problem(projectProblems.closed, "A project that has ended is kept as it was."));
  const { expectedVersion, people, ...change } = body;
  const current = checkVersion(project.version, expectedVersion);
  if (!current.ok) return current;
  const known = await checkPeople(call, body);
  if (!known.ok) return known;
  await tx.db
    .update(projects)
    .set({ ...change, updatedAt: tx.now, version: sql`${projects.version} + 1` })
    .where(eq(projects.id, project.id));
  if (people || change.managerId)
    await writePeople(
      call,
      project.id,
      change.managerId ?? project.managerId,
      people ?? (await withoutManager(call, project)),
    );
  await tx.emit(
    projectChanged,
    { projectId: project.id },
    { entity: "project", id: project.id, projectId: project.id },
  );
  return ok(null);
}
