import { type Actor, may } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { listMembersByName } from "@yutu/identity/server";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { projectSchema, projectSummarySchema } from "../contract/schemas.ts";
import { movesFrom } from "../domain/lifecycle.ts";
import { projectFavourites, projectMembers } from "./tables.ts";
import { findTemplate } from "./templates.ts";
import { mayManage, type ProjectRow } from "./visibility.ts";

type Summary = z.infer<typeof projectSummarySchema>;

async function surroundings(tx: TenantTx, actor: Actor, ids: readonly string[]) {
  const names = await listMembersByName(tx);
  if (ids.length === 0) return { names, people: [], favourites: new Set<string>() };
  const people = await tx.db
    .select()
    .from(projectMembers)
    .where(inArray(projectMembers.projectId, [...ids]))
    .orderBy(asc(projectMembers.id));
  const starred = await tx.db
    .select({ projectId: projectFavourites.projectId })
    .from(projectFavourites)
    .where(and(eq(projectFavourites.memberId, actor.memberId), inArray(projectFavourites.projectId, [...ids])));
  return { names, people, favourites: new Set(starred.map((s) => s.projectId)) };
}

export async function presentSummaries(tx: TenantTx, actor: Actor, rows: readonly ProjectRow[]): Promise<Summary[]> {
  const { names, people, favourites } = await surroundings(
    tx,
    actor,
    rows.map((r) => r.id),
  );
  const seesMoney = may(actor, "money.view");
  return rows.map((row) => ({
    id: row.id,
    campaignKey: row.campaignKey,
    name: row.name,
    typeKey: row.typeKey,
    color: row.color,
    status: row.status,
    visibility: row.visibility,
    anchorDate: row.anchorDate,
    startDate: row.startDate,
    endDate: row.endDate,
    channels: row.channels,
    tags: row.tags,
    managerId: row.managerId,
    managerName: names.get(row.managerId) ?? "",
    members: people
      .filter((p) => p.projectId === row.id)
      .map((p) => ({ memberId: p.memberId, memberName: names.get(p.memberId) ?? "", roleKey: p.roleKey })),
    currency: row.currency,
    totalBudgetMinor: seesMoney ? row.totalBudgetMinor : null,
    favourite: favourites.has(row.id),
    version: row.version,
  }));
}

export async function presentProject(
  tx: TenantTx,
  actor: Actor,
  row: ProjectRow,
): Promise<z.infer<typeof projectSchema>> {
  const [summary] = await presentSummaries(tx, actor, [row]);
  if (!summary) throw new Error("a project row presents itself as one summary");
  const template = await findTemplate(tx, row.typeKey);
  const edit = mayManage(actor, row);
  return {
    ...summary,
    brief: row.brief,
    anchorName: template?.tasks.find((task) => task.key === template.anchorTask)?.name ?? { zh: "节点", en: "Anchor" },
    briefFields: template?.brief ?? [],
    roles: template?.roles ?? [],
    approvalId: row.approvalId,
    startedAt: row.startedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    abilities: { edit, moves: edit ? movesFrom(row.status) : [], seeMoney: may(actor, "money.view") },
  };
}
