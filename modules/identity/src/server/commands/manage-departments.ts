import { type Call, invalid, notFound } from "@yutu/application";
import { violatedUnique } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import { wouldCycle } from "../../domain/department.ts";
import { departmentChanged } from "../../domain/events.ts";
import { identityProblems } from "../../domain/problems.ts";
import { findDepartment, findMember, listDepartments } from "../repository.ts";
import { departments } from "../tables.ts";

interface DepartmentBody {
  readonly name?: string | undefined;
  readonly parentId?: string | null | undefined;
  readonly headMemberId?: string | null | undefined;
}

/** Refuses a parent or a head that the workspace does not have. */
async function checkReferences({ tx }: Call, body: DepartmentBody): Promise<Result<null, Problem>> {
  if (body.parentId && !(await findDepartment(tx, body.parentId)))
    return invalid("/body/parentId", "unknown", "There is no such department.");
  if (body.headMemberId && !(await findMember(tx, body.headMemberId)))
    return invalid("/body/headMemberId", "unknown", "There is no such member.");
  return ok(null);
}

async function refuseTakenName<T>(write: () => Promise<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await write());
  } catch (error) {
    if (violatedUnique(error) !== "departments_name") throw error;
    return err(
      problem(identityProblems.departmentNameTaken, "Choose another name.", {
        errors: [{ pointer: "/body/name", code: "taken", message: "taken" }],
      }),
    );
  }
}

export async function createDepartment(
  call: Call,
  body: DepartmentBody & { readonly name: string },
): Promise<Result<{ id: string }, Problem>> {
  const { tx } = call;
  const checked = await checkReferences(call, body);
  if (!checked.ok) return checked;
  const id = tx.ids.next("dep");
  const row = { id, name: body.name, parentId: body.parentId ?? null, headMemberId: body.headMemberId ?? null };
  const written = await refuseTakenName(() => tx.db.insert(departments).values(row));
  if (!written.ok) return written;
  await tx.emit(departmentChanged, { departmentId: id }, { entity: "department", id });
  return ok({ id });
}

export async function changeDepartment(
  call: Call,
  departmentId: string,
  body: DepartmentBody,
): Promise<Result<Record<string, never>, Problem>> {
  const { tx } = call;
  const tree = (await listDepartments(tx)).map(({ department }) => department);
  const department = tree.find((d) => d.id === departmentId);
  if (!department) return notFound("department");
  const checked = await checkReferences(call, body);
  if (!checked.ok) return checked;
  const parentId = body.parentId === undefined ? department.parentId : body.parentId;
  if (wouldCycle(tree, departmentId, parentId))
    return err(problem(identityProblems.departmentCycle, "Choose a department that is not below this one."));
  const next = {
    name: body.name ?? department.name,
    parentId,
    headMemberId: body.headMemberId === undefined ? department.headMemberId : body.headMemberId,
  };
  const written = await refuseTakenName(() =>
    tx.db
      .update(departments)
      .set({ ...next, updatedAt: tx.now, version: sql`${departments.version} + 1` })
      .where(eq(departments.id, departmentId)),
  );
  if (!written.ok) return written;
  await tx.emit(departmentChanged, { departmentId }, { entity: "department", id: departmentId });
  return ok({});
}

export async function deleteDepartment(
  { tx }: Call,
  departmentId: string,
): Promise<Result<Record<string, never>, Problem>> {
  const all = await listDepartments(tx);
  const found = all.find(({ department }) => department.id === departmentId);
  if (!found) return notFound("department");
  if (found.memberCount > 0 || all.some(({ department }) => department.parentId === departmentId)) {
    return err(
      problem(identityProblems.departmentInUse, "Move its members and sub-departments elsewhere first.", {
        params: { members: found.memberCount },
      }),
    );
  }
  await tx.db.delete(departments).where(eq(departments.id, departmentId));
  await tx.emit(departmentChanged, { departmentId }, { entity: "department", id: departmentId });
  return ok({});
}
