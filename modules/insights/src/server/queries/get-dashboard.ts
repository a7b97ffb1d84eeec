import { type Call, may, notFound } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { findVisibleProject } from "@yutu/projects/server";
import type { z } from "zod";
import type { dashboardSchema } from "../../contract/schemas.ts";
import { DEFAULT_TILES, type Reader } from "../../domain/index.ts";
import { findDashboard } from "../repository.ts";

type Dashboard = z.input<typeof dashboardSchema>;

interface Place {
  readonly reader: Reader;
  readonly projectId?: string | undefined;
}

/** Refuses a dashboard of a project that does not exist for the caller. */
export async function checkPlace({ tx, actor }: Call, { projectId }: Place): Promise<Result<null, Problem>> {
  const exists = projectId === undefined || (await findVisibleProject(tx, actor, projectId)) !== undefined;
  return exists ? ok(null) : notFound("project");
}

/** The layout somebody has saved for this place, or that of the workspace, or the one it begins with. */
export async function getDashboard(call: Call, place: Place): Promise<Result<Dashboard, Problem>> {
  const reachable = await checkPlace(call, place);
  if (!reachable.ok) return reachable;
  const projectId = place.projectId ?? "";
  const own = await findDashboard(call.tx, place.reader, projectId);
  const row = own ?? (projectId ? await findDashboard(call.tx, place.reader, "") : undefined);
  return ok({
    reader: place.reader,
    projectId: place.projectId ?? null,
    tiles: [...(row?.tiles ?? DEFAULT_TILES[place.reader])].map((tile) => ({
      ...tile,
      metricIds: [...tile.metricIds],
    })),
    version: own?.version ?? null,
    abilities: { edit: may(call.actor, "insights.edit") },
  });
}
