import type { Actor } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { decodeCursor } from "@yutu/kernel";
import { and, asc, eq, exists, ilike, inArray, or, sql } from "drizzle-orm";
import type { ProjectStatus } from "../domain/lifecycle.ts";
import { projectFavourites, projects } from "./tables.ts";
import { type ProjectRow, visibleTo } from "./visibility.ts";

export interface ProjectFilter {
  readonly q?: string | undefined;
  readonly status?: readonly ProjectStatus[] | undefined;
  readonly typeKey?: string | undefined;
  readonly channel?: string | undefined;
  readonly managerId?: string | undefined;
  readonly favourite?: boolean | undefined;
  readonly open?: boolean | undefined;
}

const literal = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** In order of anchor date, the latest first. */
export function listProjects(
  tx: TenantTx,
  actor: Actor,
  filter: ProjectFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<ProjectRow[]> {
  const decoded = page.cursor ? decodeCursor(page.cursor, 2) : undefined;
  const after = decoded?.ok ? decoded.value : undefined;
  const mine = tx.db
    .select({ one: sql`1` })
    .from(projectFavourites)
    .where(and(eq(projectFavourites.projectId, projects.id), eq(projectFavourites.memberId, actor.memberId)));
  return tx.db
    .select()
    .from(projects)
    .where(
      and(
        visibleTo(actor),
        filter.q
          ? or(ilike(projects.name, literal(filter.q)), ilike(projects.campaignKey, literal(filter.q)))
          : undefined,
        filter.status?.length ? inArray(projects.status, [...filter.status]) : undefined,
        filter.open === undefined
          ? undefined
          : filter.open
            ? sql`${projects.status} NOT IN ('closed', 'cancelled')`
            : sql`${projects.status} IN ('closed', 'cancelled')`,
        filter.typeKey ? eq(projects.typeKey, filter.typeKey) : undefined,
        filter.channel ? sql`${filter.channel} = ANY(${projects.channels})` : undefined,
        filter.managerId ? eq(projects.managerId, filter.managerId) : undefined,
        filter.favourite ? exists(mine) : undefined,
        after
          ? sql`(${projects.anchorDate} < ${after[0]}::date OR (${projects.anchorDate} = ${after[0]}::date AND ${projects.id} > ${after[1]}))`
          : undefined,
      ),
    )
    .orderBy(sql`${projects.anchorDate} DESC`, asc(projects.id))
    .limit(page.limit + 1);
}
