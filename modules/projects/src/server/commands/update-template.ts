import { type Call, notFound } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import type { ProjectTemplate } from "../../domain/index.ts";
import { projectTemplates } from "../tables.ts";
import { checkTemplate, findTemplate } from "../templates.ts";

/** Stores the workspace's own version of a project type; the one it began with stays what the product ships. */
export async function updateTemplate(
  { tx }: Call,
  key: string,
  body: Omit<ProjectTemplate, "key" | "version">,
): Promise<Result<ProjectTemplate, Problem>> {
  const known = await findTemplate(tx, key);
  if (!known) return notFound("project type");
  const definition = { ...body, key, version: known.version + 1 };
  const checked = checkTemplate(definition);
  if (!checked.ok) return checked;
  const next = { definition, version: definition.version, updatedAt: tx.now };
  await tx.db
    .insert(projectTemplates)
    .values({ id: tx.ids.next("ptm"), key, ...next })
    .onConflictDoUpdate({ target: [projectTemplates.workspaceId, projectTemplates.key], set: next });
  return ok(definition);
}
