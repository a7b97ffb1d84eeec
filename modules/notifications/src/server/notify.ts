import type { TenantTx } from "@yutu/database";
import { inboxChanged } from "../domain/events.ts";
import { isActionable, type NotificationKind, recipientsOf } from "../domain/notification.ts";
import { notifications } from "./tables.ts";

export interface Notice {
  readonly kind: NotificationKind;
  readonly title: string;
  readonly excerpt?: string;
  readonly to: readonly (string | null)[];
  readonly actorId: string | null;
  readonly entity: string;
  readonly entityId: string;
  readonly projectId: string | null;
}

/** Puts a notice into the inbox of each recipient and tells their browsers. */
export async function notify(tx: TenantTx, notice: Notice): Promise<void> {
  const memberIds = recipientsOf(notice.to, notice.actorId);
  if (memberIds.length === 0) return;
  const { kind, title, excerpt = "", actorId, entity, entityId, projectId } = notice;
  const common = {
    kind,
    title,
    excerpt,
    actorId,
    entity,
    entityId,
    projectId,
    actionable: isActionable(kind),
    createdAt: tx.now,
  };
  await tx.db
    .insert(notifications)
    .values(memberIds.map((memberId) => ({ ...common, id: tx.ids.next("ntf"), memberId })));
  await tx.emit(
    inboxChanged,
    { memberIds },
    { entity: "inbox", id: memberIds.length === 1 ? (memberIds[0] ?? "") : "many" },
  );
}
