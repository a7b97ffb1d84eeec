import type { TenantTx } from "@yutu/database";
import { eq, sql } from "drizzle-orm";
import { type ProjectStatus, projectStatusChanged } from "../../domain/index.ts";
import { projects } from "../tables.ts";
import type { ProjectRow } from "../visibility.ts";

type Extra = Partial<Pick<ProjectRow, "approvalId" | "submittedAt" | "startedAt" | "closedAt">>;

/** Writes a status that the lifecycle allows and says so. */
export async function changeStatus(
  tx: TenantTx,
  project: ProjectRow,
  to: ProjectStatus,
  reason: string,
  extra: Extra = {},
): Promise<void> {
  await tx.db
    .update(projects)
    .set({ ...extra, status: to, updatedAt: tx.now, version: sql`${projects.version} + 1` })
    .where(eq(projects.id, project.id));
  const payload = { projectId: project.id, from: project.status, to, reason };
  await tx.emit(projectStatusChanged, payload, { entity: "project", id: project.id, projectId: project.id });
}
