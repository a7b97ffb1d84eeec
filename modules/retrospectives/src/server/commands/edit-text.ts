import { type Call, checkVersion } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import type { BlockKey } from "../../contract/schemas.ts";
import { retrospectiveEdited } from "../../domain/index.ts";
import { holdDraft } from "../reach.ts";
import { findBlock } from "../repository.ts";
import { retrospectiveBlocks } from "../tables.ts";

export interface TextChange {
  readonly key: BlockKey;
  readonly text: string;
  readonly expectedVersion?: number | undefined;
}

/** Writes people's words beside a section; the retrospective's lock lets one person at a time do so. */
export async function editText(call: Call, projectId: string, change: TextChange): Promise<Result<null, Problem>> {
  const { tx, actor } = call;
  const draft = await holdDraft(call, projectId);
  if (!draft.ok) return draft;
  const block = await findBlock(tx, projectId, change.key);
  const current = checkVersion(block?.version ?? 0, change.expectedVersion);
  if (!current.ok) return current;
  const values = { text: change.text, updatedBy: actor.memberId, updatedAt: tx.now };
  if (block)
    await tx.db
      .update(retrospectiveBlocks)
      .set({ ...values, version: sql`${retrospectiveBlocks.version} + 1` })
      .where(eq(retrospectiveBlocks.id, block.id));
  else
    await tx.db.insert(retrospectiveBlocks).values({ ...values, id: tx.ids.next("rtx"), projectId, key: change.key });
  await tx.emit(retrospectiveEdited, { projectId }, { entity: "retrospective", id: projectId, projectId });
  return ok(null);
}
