import type { z } from "zod";
import type { memberSchema, workspaceSchema } from "../contract/schemas.ts";
import { isRole } from "../domain/role.ts";
import type { members, workspaces } from "./tables.ts";

/** Rows as they travel. */

export const presentWorkspace = (row: typeof workspaces.$inferSelect): z.infer<typeof workspaceSchema> => ({
  id: row.id,
  name: row.name,
  currency: row.currency,
  timeZone: row.timeZone,
  demo: row.demo,
  version: row.version,
});

export const presentMember = (row: typeof members.$inferSelect): z.infer<typeof memberSchema> => ({
  id: row.id,
  userId: row.userId,
  name: row.name,
  email: row.email,
  // A role that this build does not know gives no rights; guest is the least of them.
  role: isRole(row.role) ? row.role : "guest",
  departmentId: row.departmentId,
  status: row.status === "disabled" ? "disabled" : "active",
  version: row.version,
});
