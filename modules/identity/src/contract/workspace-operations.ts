import { currencySchema, defineOperation, expectedVersionSchema, idSchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { identityProblems as problems } from "../domain/problems.ts";
import { PERMISSIONS } from "../domain/role.ts";
import {
  departmentSchema,
  emailSchema,
  invitationSchema,
  memberSchema,
  nameSchema,
  roleSchema,
  tokenSchema,
  workspaceSchema,
} from "./schemas.ts";

const done = z.object({});
const { notFound, staleVersion } = requestProblems;

export const getWorkspace = defineOperation({
  id: "identity.getWorkspace",
  method: "GET",
  path: "/workspace",
  summary: "The workspace that the session is in.",
  access: "workspace.view",
  output: workspaceSchema,
});

export const updateWorkspace = defineOperation({
  id: "identity.updateWorkspace",
  method: "PATCH",
  path: "/workspace",
  summary: "Change name, currency or time zone of the workspace.",
  access: "workspace.manage",
  body: z.object({
    name: nameSchema.optional(),
    currency: currencySchema.optional(),
    timeZone: z.string().max(60).optional(),
    expectedVersion: expectedVersionSchema,
  }),
  output: workspaceSchema,
  problems: [staleVersion],
});

export const listMembers = defineOperation({
  id: "identity.listMembers",
  method: "GET",
  path: "/members",
  summary: "Everybody in the workspace.",
  access: "workspace.view",
  output: z.object({ members: z.array(memberSchema) }),
});

export const updateMember = defineOperation({
  id: "identity.updateMember",
  method: "PATCH",
  path: "/members/:memberId",
  summary: "Change role or department of a member, or disable the member.",
  access: "members.manage",
  params: z.object({ memberId: idSchema("mem") }),
  body: z.object({
    role: roleSchema.optional(),
    departmentId: z.string().nullable().optional(),
    status: z.enum(["active", "disabled"]).optional(),
    expectedVersion: expectedVersionSchema,
  }),
  output: memberSchema,
  problems: [notFound, staleVersion, problems.lastOwner, problems.roleTooHigh],
});

export const listDepartments = defineOperation({
  id: "identity.listDepartments",
  method: "GET",
  path: "/departments",
  summary: "The organisation tree.",
  access: "workspace.view",
  output: z.object({ departments: z.array(departmentSchema) }),
});

const departmentBody = z.object({
  name: nameSchema,
  parentId: z.string().nullable().default(null),
  headMemberId: z.string().nullable().default(null),
});

export const createDepartment = defineOperation({
  id: "identity.createDepartment",
  method: "POST",
  path: "/departments",
  summary: "Add a department.",
  access: "members.manage",
  body: departmentBody,
  output: z.object({ id: z.string() }),
  problems: [notFound, problems.departmentNameTaken],
});

export const updateDepartment = defineOperation({
  id: "identity.updateDepartment",
  method: "PATCH",
  path: "/departments/:departmentId",
  summary: "Rename or move a department, or name its head.",
  access: "members.manage",
  params: z.object({ departmentId: idSchema("dep") }),
  body: departmentBody.partial(),
  output: done,
  problems: [notFound, problems.departmentNameTaken, problems.departmentCycle],
});

export const deleteDepartment = defineOperation({
  id: "identity.deleteDepartment",
  method: "DELETE",
  path: "/departments/:departmentId",
  summary: "Remove an empty department.",
  access: "members.manage",
  params: z.object({ departmentId: idSchema("dep") }),
  output: done,
  problems: [notFound, problems.departmentInUse],
});

export const inviteMember = defineOperation({
  id: "identity.inviteMember",
  method: "POST",
  path: "/invitations",
  summary: "Make an invitation link; the link is shown only once.",
  access: "members.manage",
  body: z.object({
    email: emailSchema.nullable().default(null),
    role: roleSchema,
    departmentId: z.string().nullable().default(null),
    validDays: z.int().min(1).max(30).default(7),
  }),
  output: z.object({ id: z.string(), url: z.string(), expiresAt: z.string() }),
  problems: [notFound, problems.roleTooHigh, problems.alreadyMember],
});

export const listInvitations = defineOperation({
  id: "identity.listInvitations",
  method: "GET",
  path: "/invitations",
  summary: "Invitations and their state, newest first.",
  access: "members.manage",
  output: z.object({ invitations: z.array(invitationSchema) }),
});

export const revokeInvitation = defineOperation({
  id: "identity.revokeInvitation",
  method: "DELETE",
  path: "/invitations/:invitationId",
  summary: "Withdraw an invitation.",
  access: "members.manage",
  params: z.object({ invitationId: idSchema("inv") }),
  output: done,
  problems: [notFound],
});

export const listTokens = defineOperation({
  id: "identity.listTokens",
  method: "GET",
  path: "/tokens",
  summary: "API tokens of the caller.",
  access: "tokens.manage",
  output: z.object({ tokens: z.array(tokenSchema) }),
});

export const createToken = defineOperation({
  id: "identity.createToken",
  method: "POST",
  path: "/tokens",
  summary: "Make an API token that acts as the caller within its scopes; the token is shown only once.",
  access: "tokens.manage",
  body: z.object({
    name: nameSchema,
    scopes: z.array(z.enum(PERMISSIONS)).min(1),
    validDays: z.int().min(1).max(730).nullable().default(365),
  }),
  output: z.object({ id: z.string(), token: z.string() }),
});

export const revokeToken = defineOperation({
  id: "identity.revokeToken",
  method: "DELETE",
  path: "/tokens/:tokenId",
  summary: "Make a token useless at once.",
  access: "tokens.manage",
  params: z.object({ tokenId: idSchema("tok") }),
  output: done,
  problems: [notFound],
});
