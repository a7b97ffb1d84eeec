import type { Services } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { defineJob } from "@yutu/jobs";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { retrospectives } from "../tables.ts";

/** Computes the retrospective of a closed project. */
export const writeJob = defineJob("retrospectives.write", z.object({ projectId: z.string() }), {
  timeoutSeconds: 300,
  concurrency: 1,
});

/** Has the retrospective written in the background; a document there is stays in sight meanwhile. */
export async function orderWriting(tx: TenantTx, services: Services, projectId: string): Promise<void> {
  await tx.db
    .insert(retrospectives)
    .values({ id: tx.ids.next("ret"), projectId, status: "writing" })
    .onConflictDoUpdate({
      target: [retrospectives.workspaceId, retrospectives.projectId],
      set: { status: "writing", updatedAt: tx.now, version: sql`${retrospectives.version} + 1` },
    });
  await services.queue.enqueue(tx, writeJob, { projectId });
}
