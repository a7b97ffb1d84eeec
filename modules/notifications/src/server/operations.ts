import { type Implementation, implement, notFound } from "@yutu/application";
import { listMembersByName } from "@yutu/identity/server";
import { decodeCursor, ok, toPage } from "@yutu/kernel";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { notifications as contract } from "../contract/index.ts";
import { notifications } from "./tables.ts";

export const operations: readonly Implementation[] = [
  implement(contract.listNotifications, async ({ tx, actor }, { query }) => {
    const decoded = query.cursor ? decodeCursor(query.cursor, 2) : undefined;
    const after = decoded?.ok ? decoded.value : undefined;
    const rows = await tx.db
      .select()
      .from(notifications)
      .where(
        and(
          eq(notifications.memberId, actor.memberId),
          isNull(notifications.archivedAt),
          query.show === "unread" ? isNull(notifications.readAt) : undefined,
          query.show === "actionable" ? eq(notifications.actionable, true) : undefined,
          after
            ? sql`(${notifications.createdAt}, ${notifications.id}) < (${after[0]}::timestamptz, ${after[1]})`
            : undefined,
        ),
      )
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(query.limit + 1);
    const names = await listMembersByName(tx);
    const page = toPage(rows, query.limit, (row) => [row.createdAt.toISOString(), row.id]);
    const items = page.items.map(
      ({ id, kind, title, excerpt, actorId, entity, entityId, projectId, actionable, readAt, createdAt }) => ({
        id,
        kind,
        title,
        excerpt,
        entity,
        entityId,
        projectId,
        actionable,
        actorName: actorId ? (names.get(actorId) ?? null) : null,
        read: readAt !== null,
        createdAt: createdAt.toISOString(),
      }),
    );
    return ok({ items, nextCursor: page.nextCursor });
  }),
  implement(contract.countUnread, async ({ tx, actor }) =>
    ok({
      unread: await tx.db.$count(
        notifications,
        and(eq(notifications.memberId, actor.memberId), isNull(notifications.readAt), isNull(notifications.archivedAt)),
      ),
    }),
  ),
  implement(contract.markRead, async ({ tx, actor }, { body }) => {
    const changed = await tx.query(
      "UPDATE notifications SET read_at = $2 WHERE member_id = $1 AND (read_at IS NULL) = $3 AND ($4::text[] IS NULL OR id = ANY($4)) RETURNING 1",
      [actor.memberId, body.read ? tx.now : null, body.read, body.ids ?? null],
    );
    return ok({ changed: changed.length });
  }),
  implement(contract.archiveNotification, async ({ tx, actor }, { params, body }) => {
    const found = await tx.query(
      "UPDATE notifications SET archived_at = $3, read_at = coalesce(read_at, $3) WHERE id = $1 AND member_id = $2 RETURNING 1",
      [params.notificationId, actor.memberId, body.archived ? tx.now : null],
    );
    return found.length === 0 ? notFound("notification") : ok({});
  }),
];
