import { instant, tenantColumns } from "@yutu/database";
import { boolean, pgTable, text } from "drizzle-orm/pg-core";
import type { NotificationKind } from "../domain/notification.ts";

export const notifications = pgTable("notifications", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  memberId: text().notNull(),
  kind: text().$type<NotificationKind>().notNull(),
  title: text().notNull(),
  excerpt: text().notNull().default(""),
  actorId: text(),
  entity: text().notNull(),
  entityId: text().notNull(),
  projectId: text(),
  actionable: boolean().notNull().default(false),
  readAt: instant(),
  archivedAt: instant(),
});
