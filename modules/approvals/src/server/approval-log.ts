import type { TenantTx } from "@yutu/database";

export interface ApprovalLogEntry {
  readonly approvalId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly title: string;
  readonly state: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  /** Hours from request to end; null while it is pending. */
  readonly waitingHours: number | null;
  readonly rounds: number;
}

/** How long approvals of a project took, for its retrospective. `rounds` counts how often the subject was sent. */
export async function approvalLog(tx: TenantTx, projectId: string): Promise<ApprovalLogEntry[]> {
  return tx.query<ApprovalLogEntry>(
    `SELECT id AS "approvalId", subject_type AS "subjectType", subject_id AS "subjectId", title, state, requested_at AS "requestedAt", finished_at AS "finishedAt",
            extract(epoch FROM finished_at - requested_at)::float / 3600 AS "waitingHours",
            (count(*) OVER (PARTITION BY subject_type, subject_id))::int AS rounds
     FROM approvals WHERE project_id = $1 ORDER BY requested_at`,
    [projectId],
  );
}

/** Whether a member is or was asked to approve a subject: reason enough to see it. */
export async function isAsked(
  tx: TenantTx,
  memberId: string,
  subjectType: string,
  subjectId: string,
): Promise<boolean> {
  const rows = await tx.query(
    "SELECT 1 FROM approvals a JOIN approval_steps s ON s.approval_id = a.id WHERE a.subject_type = $1 AND a.subject_id = $2 AND s.member_id = $3 LIMIT 1",
    [subjectType, subjectId, memberId],
  );
  return rows.length > 0;
}
