import type { TenantTx } from "@yutu/database";
import { listPhases, planLinks, planRows } from "./repository/tasks.ts";

/** A task as it was approved and as it went; dates without time, null where nothing is known. */
export interface PlanLedgerTask {
  readonly taskId: string;
  readonly number: number;
  readonly title: string;
  readonly phaseId: string | null;
  readonly parentId: string | null;
  readonly milestone: boolean;
  readonly status: string;
  readonly assigneeIds: readonly string[];
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly baselineStart: string | null;
  readonly baselineDue: string | null;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
}

export interface PlanLedger {
  readonly phases: readonly { readonly id: string; readonly name: string }[];
  readonly tasks: readonly PlanLedgerTask[];
  /** Which task waits for which. */
  readonly links: readonly { readonly fromId: string; readonly toId: string; readonly type: string }[];
}

/** The plan of a project with its baseline and what happened, for reports that act for nobody. */
export async function planLedger(tx: TenantTx, projectId: string): Promise<PlanLedger> {
  const phases = await listPhases(tx, projectId);
  const rows = await planRows(tx, projectId);
  const links = await planLinks(tx, projectId, rows);
  return {
    phases: phases.map(({ id, name }) => ({ id, name })),
    tasks: rows.map((row) => ({
      taskId: row.id,
      number: row.number,
      title: row.title,
      phaseId: row.phaseId,
      parentId: row.parentId,
      milestone: row.milestone,
      status: row.status,
      assigneeIds: row.assigneeIds,
      startDate: row.startDate,
      dueDate: row.dueDate,
      baselineStart: row.baselineStart,
      baselineDue: row.baselineDue,
      startedOn: row.startedOn,
      completedOn: row.completedOn,
    })),
    links: links.map(({ fromId, toId, type }) => ({ fromId, toId, type })),
  };
}
