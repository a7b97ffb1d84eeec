import { defineOperation, idSchema, pageOf, pageQuerySchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { NOTIFICATION_KINDS } from "../domain/notification.ts";

export const notificationSchema = z.object({
  id: idSchema("ntf"),
  kind: z.enum(NOTIFICATION_KINDS),
  title: z.string(),
  excerpt: z.string(),
  actorName: z.string().nullable(),
  entity: z.string(),
  entityId: z.string(),
  projectId: z.string().nullable(),
  actionable: z.boolean(),
  read: z.boolean(),
  createdAt: z.string(),
});

export const listNotifications = defineOperation({
  id: "notifications.listNotifications",
  method: "GET",
  path: "/notifications",
  summary: "The caller's inbox, newest first.",
  access: "notifications.view",
  query: pageQuerySchema.extend({ show: z.enum(["all", "unread", "actionable"]).default("all") }),
  output: pageOf(notificationSchema),
});

export const countUnread = defineOperation({
  id: "notifications.countUnread",
  method: "GET",
  path: "/notifications/unread-count",
  summary: "How many notifications the caller has not read.",
  access: "notifications.view",
  output: z.object({ unread: z.int() }),
});

export const markRead = defineOperation({
  id: "notifications.markRead",
  method: "POST",
  path: "/notifications/read",
  summary: "Mark notifications as read or unread; without ids, all of them.",
  access: "notifications.view",
  body: z.object({ ids: z.array(idSchema("ntf")).max(500).optional(), read: z.boolean().default(true) }),
  output: z.object({ changed: z.int() }),
});

export const archiveNotification = defineOperation({
  id: "notifications.archiveNotification",
  method: "PUT",
  path: "/notifications/:notificationId/archived",
  summary: "Put a notification away, or bring it back.",
  access: "notifications.view",
  params: z.object({ notificationId: idSchema("ntf") }),
  body: z.object({ archived: z.boolean() }),
  output: z.object({}),
  problems: [requestProblems.notFound],
});
