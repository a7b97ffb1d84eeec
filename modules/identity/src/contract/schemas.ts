import { idSchema, lineSchema } from "@yutu/contract";
import { z } from "zod";
import { PERMISSIONS, ROLES } from "../domain/role.ts";

export const roleSchema = z.enum(ROLES);
export const emailSchema = z.email().trim().max(254);
export const passwordSchema = z.string().min(1).max(256);
export const localeSchema = z.enum(["zh", "en"]);

export const workspaceSchema = z.object({
  id: idSchema("wsp"),
  name: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  demo: z.boolean(),
  version: z.int(),
});

export const memberSchema = z.object({
  id: idSchema("mem"),
  userId: idSchema("usr"),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  departmentId: z.string().nullable(),
  status: z.enum(["active", "disabled"]),
  version: z.int(),
});

export const departmentSchema = z.object({
  id: idSchema("dep"),
  name: z.string(),
  parentId: z.string().nullable(),
  headMemberId: z.string().nullable(),
  memberCount: z.int(),
  version: z.int(),
});

export const invitationSchema = z.object({
  id: idSchema("inv"),
  email: z.string().nullable(),
  role: roleSchema,
  departmentId: z.string().nullable(),
  invitedBy: z.string(),
  expiresAt: z.string(),
  state: z.enum(["open", "accepted", "revoked", "expired"]),
});

export const tokenSchema = z.object({
  id: idSchema("tok"),
  name: z.string(),
  scopes: z.array(z.enum(PERMISSIONS)),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});

/** Everything the interface needs to know about who is using it. */
export const sessionSchema = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    locale: localeSchema,
    totpEnabled: z.boolean(),
  }),
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), role: roleSchema })),
  /** Null until a workspace is chosen. */
  workspace: workspaceSchema.nullable(),
  member: memberSchema.nullable(),
  permissions: z.array(z.enum(PERMISSIONS)),
});

export const openSessionSchema = z.object({
  id: z.string(),
  address: z.string(),
  userAgent: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  current: z.boolean(),
});

export const nameSchema = lineSchema(60);
