import { type Call, checkVersion } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import { dashboardSaved, insightProblems, type Reader, type Tile, tileComplaint } from "../../domain/index.ts";
import { findDashboard } from "../repository.ts";
import { dashboards } from "../tables.ts";

export interface Place {
  readonly reader: Reader;
  readonly projectId?: string | undefined;
}

function checkTiles(tiles: readonly Tile[]): Result<null, Problem> {
  for (const [i, tile] of tiles.entries()) {
    const complaint = tileComplaint(tile);
    if (complaint)
      return err(
        problem(insightProblems.badTile, `Tile ${i + 1} cannot be drawn: ${complaint.replace("_", " ")}.`, {
          params: { tile: i + 1, reason: complaint },
          errors: [{ pointer: `/body/tiles/${i}`, code: complaint, message: complaint }],
        }),
      );
  }
  return ok(null);
}

const announce = ({ tx }: Call, { reader, projectId }: Place): Promise<void> =>
  tx.emit(
    dashboardSaved,
    { reader, projectId: projectId ?? null },
    { entity: "dashboard", id: projectId ?? reader, ...(projectId ? { projectId } : {}) },
  );

/** Lays a dashboard out anew. */
export async function saveDashboard(
  call: Call,
  place: Place,
  tiles: readonly Tile[],
  expectedVersion: number | undefined,
): Promise<Result<null, Problem>> {
  const checked = checkTiles(tiles);
  if (!checked.ok) return checked;
  const { tx, actor } = call;
  const row = await findDashboard(tx, place.reader, place.projectId ?? "", { lock: true });
  const values = { tiles: [...tiles], updatedBy: actor.memberId, updatedAt: tx.now };
  if (row) {
    const current = checkVersion(row.version, expectedVersion);
    if (!current.ok) return current;
    await tx.db
      .update(dashboards)
      .set({ ...values, version: sql`${dashboards.version} + 1` })
      .where(eq(dashboards.id, row.id));
  } else {
    const own = { id: tx.ids.next("dsh"), reader: place.reader, projectId: place.projectId ?? "" };
    await tx.db.insert(dashboards).values({ ...values, ...own });
  }
  await announce(call, place);
  return ok(null);
}

/** Gives a dashboard back the layout it began with. */
export async function resetDashboard(call: Call, place: Place): Promise<Result<null, Problem>> {
  const row = await findDashboard(call.tx, place.reader, place.projectId ?? "", { lock: true });
  if (!row) return ok(null);
  await call.tx.db.delete(dashboards).where(eq(dashboards.id, row.id));
  await announce(call, place);
  return ok(null);
}
