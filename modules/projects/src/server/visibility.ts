import type { Actor } from "@yutu/application";
import { isAsked } from "@yutu/approvals/server";
import type { TenantTx } from "@yutu/database";
import { and, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { projectMembers, projects } from "./tables.ts";

/** Subject type under which a project's initiation stands in approval. */
export const PROJECT_SUBJECT = "projects.project";

export type ProjectRow = typeof projects.$inferSelect;

/** Roles that see private projects without being on them. */
const SEES_ALL: ReadonlySet<string> = new Set(["owner", "admin"]);

/**
 * Which projects exist for a person: those open to the workspace, and those they manage or are on. Guests see only the
 * latter. Use it in every query that reaches a project on behalf of a person.
 */
export function visibleTo(actor: Actor): SQL | undefined {
  if (SEES_ALL.has(actor.role)) return undefined;
  const taking = sql`(${projects.managerId} = ${actor.memberId} OR EXISTS (SELECT 1 FROM ${projectMembers} pm WHERE pm.project_id = ${projects.id} AND pm.member_id = ${actor.memberId}))`;
  return actor.role === "guest" ? taking : sql`(${projects.visibility} = 'workspace' OR ${taking})`;
}

/** The project, if it exists for the actor. */
export async function findVisibleProject(
  tx: TenantTx,
  actor: Actor,
  projectId: string,
  options: { readonly lock?: boolean } = {},
): Promise<ProjectRow | undefined> {
  const query = tx.db
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), visibleTo(actor)));
  const [row] = options.lock ? await query.for("update") : await query;
  if (row || actor.role === "guest") return row;
  // Whoever is asked to approve a project may look at it, private or not.
  return (await isAsked(tx, actor.memberId, PROJECT_SUBJECT, projectId)) ? projectFacts(tx, projectId) : undefined;
}

/**
 * Whether what has this project id belongs to a project that exists for the actor; false where it belongs to none.
 * `IS TRUE` keeps the planner from turning the question around and reading everything of each project: it asks per row, or
 * collects the projects once when the rows are many.
 */
export function inVisibleProject(projectId: SQLWrapper, actor: Actor, also?: SQL): SQL {
  const condition = and(sql`${projects.id} = ${projectId}`, visibleTo(actor), also);
  return sql`(EXISTS (SELECT 1 FROM projects WHERE ${condition})) IS TRUE`;
}

/** Whether the project exists for the actor. Unlike `findVisibleProject`, being asked to approve it does not count. */
export async function isVisibleProject(tx: TenantTx, actor: Actor, projectId: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.id, projectId), visibleTo(actor)));
  return row !== undefined;
}

/** What pages about many projects show of each. */
export type ProjectHead = Pick<
  ProjectRow,
  | "id"
  | "name"
  | "color"
  | "status"
  | "currency"
  | "anchorDate"
  | "startDate"
  | "endDate"
  | "channels"
  | "totalBudgetMinor"
>;

// Amounts stay below 2^53, so they are exact as double precision.
const HEAD = sql.raw(`
  id, name, color, status, currency, anchor_date::text AS "anchorDate", start_date::text AS "startDate", end_date::text AS "endDate",
  to_json(channels) AS channels, total_budget_minor::float8 AS "totalBudgetMinor"`);

/** The projects that exist for the actor: all, or those of `ids` among them. */
export async function visibleProjects(tx: TenantTx, actor: Actor, ids?: readonly string[]): Promise<ProjectHead[]> {
  const among = ids ? sql`${projects.id} = ANY(${sql.param([...ids])}::text[])` : undefined;
  const { rows } = await tx.db.execute<ProjectHead>(
    sql`SELECT ${HEAD} FROM projects WHERE ${and(visibleTo(actor), among) ?? sql`true`}`,
  );
  return rows;
}

/** The project, for work that follows from events and jobs and acts for nobody. */
export async function projectFacts(tx: TenantTx, projectId: string): Promise<ProjectRow | undefined> {
  const [row] = await tx.db.select().from(projects).where(eq(projects.id, projectId));
  return row;
}

/** Whether the actor may change the project itself: its manager, or somebody who administers the workspace. */
export const mayManage = (actor: Actor, project: Pick<ProjectRow, "managerId">): boolean =>
  actor.permissions.has("projects.edit") && (project.managerId === actor.memberId || SEES_ALL.has(actor.role));

/** Whether the actor works on the project: manages it, or has a role on it. Guests never count. */
export async function isOnProject(tx: TenantTx, actor: Actor, project: ProjectRow): Promise<boolean> {
  if (actor.role === "guest") return false;
  if (mayManage(actor, project)) return true;
  const [row] = await tx.db
    .select({ id: projectMembers.id })
    .from(projectMembers)
    .where(and(eq(projectMembers.projectId, project.id), eq(projectMembers.memberId, actor.memberId)))
    .limit(1);
  return row !== undefined;
}

/** Everybody on a project, its manager first. */
export async function projectMemberIds(tx: TenantTx, projectId: string): Promise<string[]> {
  const project = await projectFacts(tx, projectId);
  const rows = await tx.db
    .select({ id: projectMembers.memberId })
    .from(projectMembers)
    .where(eq(projectMembers.projectId, projectId));
  return [...new Set([...(project ? [project.managerId] : []), ...rows.map((row) => row.id)])];
}

/** Projects by their campaign keys, for joining what arrives from outside to them. Keys that name none are left out. */
export async function projectIdsByCampaignKey(
  tx: TenantTx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.db
    .select({ id: projects.id, key: projects.campaignKey })
    .from(projects)
    .where(inArray(projects.campaignKey, [...keys]));
  return new Map(rows.map((row) => [row.key, row.id]));
}
