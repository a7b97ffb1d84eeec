import type { Actor } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { and, desc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { kpis, projects } from "./tables.ts";
import { visibleTo } from "./visibility.ts";

export interface PastResult {
  readonly metricId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly currency: string;
  readonly unit: string;
  readonly value: number;
  readonly at: Date;
}

const MOST = 200;

/** What closed projects of a type came to, the latest first; only of those that exist for the actor. */
export async function pastResults(
  tx: TenantTx,
  actor: Actor,
  where: { readonly typeKey: string; readonly metricIds: readonly string[]; readonly except?: string },
): Promise<PastResult[]> {
  if (where.metricIds.length === 0) return [];
  const rows = await tx.db
    .select({
      metricId: kpis.metricId,
      projectId: projects.id,
      projectName: projects.name,
      currency: projects.currency,
      unit: kpis.unit,
      value: kpis.finalValue,
      at: kpis.finalAt,
    })
    .from(kpis)
    .innerJoin(projects, and(eq(projects.workspaceId, kpis.workspaceId), eq(projects.id, kpis.projectId)))
    .where(
      and(
        visibleTo(actor),
        eq(projects.typeKey, where.typeKey),
        inArray(kpis.metricId, [...where.metricIds]),
        isNotNull(kpis.finalValue),
        where.except === undefined ? undefined : ne(projects.id, where.except),
      ),
    )
    .orderBy(desc(kpis.finalAt))
    .limit(MOST);
  return rows.flatMap(({ metricId, value, at, ...rest }) =>
    metricId === null || value === null || at === null ? [] : [{ ...rest, metricId, value, at }],
  );
}
