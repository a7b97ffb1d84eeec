import { sql } from "drizzle-orm";
import { integer, text, timestamp } from "drizzle-orm/pg-core";

/** An instant, read and written as a JavaScript Date. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * The columns every tenant table begins with. `workspaceId` is filled by the transaction, so commands never write it;
 * the primary key is (workspace_id, id).
 */
export const tenantColumns = {
  workspaceId: text().notNull().default(sql`yutu.workspace_id()`),
  id: text().notNull(),
};

/** For records that people edit: when, and a version for optimistic concurrency. */
export const editableColumns = {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
  version: integer().notNull().default(1),
};
