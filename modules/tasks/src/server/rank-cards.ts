import type { TenantTx } from "@yutu/database";
import { rankBetween, ranksFor } from "../domain/rank.ts";

/** From this length on the ranks of a project are spread anew. */
const LONG = 40;

/** The rank behind every task of a project. The caller holds the plan. */
export async function rankAtEnd(tx: TenantTx, projectId: string): Promise<string> {
  const [last] = await tx.query<{ rank: string }>(
    "SELECT rank FROM tasks WHERE project_id = $1 AND deleted_at IS NULL ORDER BY rank DESC, id DESC LIMIT 1",
    [projectId],
  );
  return rankBetween(last?.rank ?? null, null);
}

/** Spreads the ranks of a project evenly, in the order they have; needed after very many moves to one place. */
async function spreadRanks(tx: TenantTx, projectId: string): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    "SELECT id FROM tasks WHERE project_id = $1 AND deleted_at IS NULL ORDER BY rank, id",
    [projectId],
  );
  await tx.query(
    "UPDATE tasks t SET rank = r.rank FROM unnest($1::text[], $2::text[]) AS r (id, rank) WHERE t.id = r.id",
    [rows.map((row) => row.id), ranksFor(rows.length)],
  );
}

async function neighbours(tx: TenantTx, projectId: string, taskId: string, beforeId: string) {
  const [row] = await tx.query<{ below: string; above: string | null }>(
    `SELECT b.rank AS below, (
       SELECT a.rank FROM tasks a WHERE a.project_id = $1 AND a.deleted_at IS NULL AND a.id <> $2
         AND (a.rank, a.id) < (b.rank, b.id) ORDER BY a.rank DESC, a.id DESC LIMIT 1) AS above
     FROM tasks b WHERE b.id = $3 AND b.project_id = $1 AND b.deleted_at IS NULL`,
    [projectId, taskId, beforeId],
  );
  return row;
}

/**
 * The rank directly above another task, or behind all when `beforeId` is null. The caller holds the plan.
 * @returns undefined when there is no such task in the project
 */
export async function rankBefore(
  tx: TenantTx,
  projectId: string,
  taskId: string,
  beforeId: string | null,
): Promise<string | undefined> {
  if (beforeId === null) return rankAtEnd(tx, projectId);
  for (let attempt = 0; attempt < 2; attempt++) {
    const at = await neighbours(tx, projectId, taskId, beforeId);
    if (!at) return undefined;
    const room = at.above === null || at.above < at.below;
    const rank = room ? rankBetween(at.above, at.below) : "";
    if (room && rank.length < LONG) return rank;
    await spreadRanks(tx, projectId);
  }
  throw new Error(`no rank above ${beforeId} although the ranks of ${projectId} were spread anew`);
}
