import { type Call, checkVersion, may, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq } from "drizzle-orm";
import { type ProjectTemplate, projectProblems, sameTemplate } from "../../domain/index.ts";
import { projectTemplates } from "../tables.ts";
import { checkTemplate, findTemplate } from "../templates.ts";

/** What projects of a type cost is approved by those whom the type names: its author must not choose them alone. */
function checkApproval({ actor }: Call, known: ProjectTemplate, next: ProjectTemplate): Result<null, Problem> {
  if (may(actor, "approvals.manage") || sameTemplate(known, { ...known, approval: next.approval })) return ok(null);
  return err(problem(projectProblems.approvalNotYours, "Leave the approval as it is, or ask an administrator."));
}

/**
 * Stores the workspace's own version of a project type; the one it began with stays what the product ships.
 * @param expectedVersion the version that the change was made on
 */
export async function updateTemplate(
  call: Call,
  key: string,
  body: Omit<ProjectTemplate, "key" | "version">,
  expectedVersion: number | undefined,
): Promise<Result<ProjectTemplate, Problem>> {
  const { tx } = call;
  const known = await findTemplate(tx, key);
  if (!known) return notFound("project type");
  const current = checkVersion(known.version, expectedVersion);
  if (!current.ok) return current;
  const definition = { ...body, key, version: known.version + 1 };
  const checked = checkTemplate(definition);
  if (!checked.ok) return checked;
  const approval = checkApproval(call, known, definition);
  if (!approval.ok) return approval;
  const next = { definition, version: definition.version, updatedAt: tx.now };
  const stored = await tx.db
    .insert(projectTemplates)
    .values({ id: tx.ids.next("ptm"), key, ...next })
    .onConflictDoUpdate({
      target: [projectTemplates.workspaceId, projectTemplates.key],
      set: next,
      setWhere: eq(projectTemplates.version, known.version),
    })
    .returning({ version: projectTemplates.version });
  // Somebody else stored a version between the reading and the writing.
  const raced = checkVersion(stored.length === 1 ? known.version : definition.version, known.version);
  return raced.ok ? ok(definition) : raced;
}
