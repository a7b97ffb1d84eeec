import type { TenantTx } from "@yutu/database";
import { recordSpending } from "@yutu/tasks/server";
import { type ClaimRow, spendingOn } from "../repository.ts";

/** Tells the task of a claim what it has cost by now; to be called after the claim's status has changed. */
export async function countSpending(tx: TenantTx, { taskId, projectId }: ClaimRow): Promise<void> {
  if (taskId) await recordSpending(tx, { id: taskId, projectId }, () => spendingOn(tx, taskId));
}
