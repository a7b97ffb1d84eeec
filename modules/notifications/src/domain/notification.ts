export const NOTIFICATION_KINDS = [
  "mention",
  "comment",
  "assigned",
  "status_changed",
  "approval_asked",
  "approval_reminder",
  "approval_finished",
  "claim_approved",
  "project_closed",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Kinds that ask the reader to do something. */
const ACTIONABLE: ReadonlySet<NotificationKind> = new Set([
  "mention",
  "assigned",
  "approval_asked",
  "approval_reminder",
]);

export const isActionable = (kind: NotificationKind): boolean => ACTIONABLE.has(kind);

/** Who is told: each person once, and nobody about what they did themselves. */
export const recipientsOf = (memberIds: readonly (string | null)[], actorId: string | null): string[] =>
  [...new Set(memberIds)].filter((id): id is string => id !== null && id !== actorId);
