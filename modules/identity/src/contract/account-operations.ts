import { defineOperation, idSchema } from "@yutu/contract";
import { z } from "zod";
import { identityProblems as problems } from "../domain/problems.ts";
import {
  emailSchema,
  localeSchema,
  nameSchema,
  openSessionSchema,
  passwordSchema,
  roleSchema,
  sessionSchema,
} from "./schemas.ts";

const done = z.object({});
const code = z.object({ code: z.string().trim().min(6).max(20) });

/** Signing up and in, and a person's own security. They need no workspace. */
export const signUp = defineOperation({
  id: "identity.signUp",
  method: "POST",
  path: "/sign-up",
  summary: "Create an account with a first workspace and sign in.",
  access: "public",
  body: z.object({
    email: emailSchema,
    name: nameSchema,
    password: passwordSchema,
    workspaceName: nameSchema,
    locale: localeSchema.default("zh"),
  }),
  output: done,
  problems: [problems.emailTaken, problems.weakPassword, problems.tooManySignIns],
});

export const signIn = defineOperation({
  id: "identity.signIn",
  method: "POST",
  path: "/sign-in",
  summary: "Sign in with e-mail address and password.",
  access: "public",
  body: z.object({ email: emailSchema, password: passwordSchema }),
  output: z.object({ next: z.enum(["done", "code"]) }),
  problems: [problems.wrongCredentials, problems.tooManySignIns],
});

export const confirmSignIn = defineOperation({
  id: "identity.confirmSignIn",
  method: "POST",
  path: "/sign-in/code",
  summary: "Finish signing in with a one-time code or a recovery code.",
  access: "public",
  body: code,
  output: done,
  problems: [problems.wrongCode, problems.tooManySignIns],
});

export const listDemoPeople = defineOperation({
  id: "identity.listDemoPeople",
  method: "GET",
  path: "/demo-people",
  summary: "People of the demo workspace who may be tried without a password of one's own; empty outside a demo.",
  access: "public",
  output: z.object({
    people: z.array(z.object({ name: z.string(), email: z.string(), role: roleSchema })),
    password: z.string().nullable(),
  }),
});

export const signOut = defineOperation({
  id: "identity.signOut",
  method: "POST",
  path: "/sign-out",
  summary: "End this session, or all sessions of the person.",
  access: "public",
  body: z.object({ everywhere: z.boolean().default(false) }),
  output: done,
});

export const getSession = defineOperation({
  id: "identity.getSession",
  method: "GET",
  path: "/session",
  summary: "Who is signed in, where, and with which permissions.",
  access: "account",
  output: sessionSchema,
});

export const switchWorkspace = defineOperation({
  id: "identity.switchWorkspace",
  method: "PUT",
  path: "/session/workspace",
  summary: "Work in another workspace of the person.",
  access: "account",
  body: z.object({ workspaceId: idSchema("wsp") }),
  output: done,
});

export const createWorkspace = defineOperation({
  id: "identity.createWorkspace",
  method: "POST",
  path: "/workspaces",
  summary: "Create a workspace and switch to it as its owner.",
  access: "account",
  body: z.object({ name: nameSchema }),
  output: z.object({ workspaceId: z.string() }),
});

export const updateProfile = defineOperation({
  id: "identity.updateProfile",
  method: "PATCH",
  path: "/profile",
  summary: "Change one's own name or language.",
  access: "account",
  body: z.object({ name: nameSchema.optional(), locale: localeSchema.optional() }),
  output: done,
});

export const changePassword = defineOperation({
  id: "identity.changePassword",
  method: "PUT",
  path: "/profile/password",
  summary: "Change the password; all other sessions end.",
  access: "account",
  body: z.object({ current: passwordSchema, password: passwordSchema }),
  output: done,
  problems: [problems.wrongPassword, problems.weakPassword, problems.tooManySignIns],
});

export const listSessions = defineOperation({
  id: "identity.listSessions",
  method: "GET",
  path: "/profile/sessions",
  summary: "Where the person is signed in.",
  access: "account",
  output: z.object({ sessions: z.array(openSessionSchema) }),
});

export const revokeSession = defineOperation({
  id: "identity.revokeSession",
  method: "DELETE",
  path: "/profile/sessions/:sessionId",
  summary: "End one session of the person.",
  access: "account",
  params: z.object({ sessionId: idSchema("ses") }),
  output: done,
});

export const startTotp = defineOperation({
  id: "identity.startTotp",
  method: "POST",
  path: "/profile/totp",
  summary: "Begin to set up two-step sign-in: a secret for an authenticator app.",
  access: "account",
  body: z.object({ password: passwordSchema }),
  output: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
  problems: [problems.totpAlreadyOn, problems.wrongPassword, problems.tooManySignIns],
});

export const confirmTotp = defineOperation({
  id: "identity.confirmTotp",
  method: "PUT",
  path: "/profile/totp",
  summary: "Turn two-step sign-in on with a first code; gives recovery codes once.",
  access: "account",
  body: code,
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  problems: [problems.totpNotStarted, problems.totpAlreadyOn, problems.wrongCode],
});

export const disableTotp = defineOperation({
  id: "identity.disableTotp",
  method: "DELETE",
  path: "/profile/totp",
  summary: "Turn two-step sign-in off.",
  access: "account",
  body: z.object({ password: passwordSchema }),
  output: done,
  problems: [problems.wrongPassword, problems.tooManySignIns],
});

const invitationToken = z.object({ token: z.string().min(20).max(100) });

export const viewInvitation = defineOperation({
  id: "identity.viewInvitation",
  method: "GET",
  path: "/invitation-links/:token",
  summary: "What an invitation link is for.",
  access: "public",
  params: invitationToken,
  output: z.object({
    workspaceName: z.string(),
    role: roleSchema,
    email: z.string().nullable(),
    invitedBy: z.string(),
    accountExists: z.boolean(),
  }),
  problems: [problems.invitationInvalid],
});

export const acceptInvitation = defineOperation({
  id: "identity.acceptInvitation",
  method: "POST",
  path: "/invitation-links/:token/accept",
  summary: "Join a workspace by an invitation link, with the signed-in account or a new one.",
  access: "public",
  params: invitationToken,
  body: z.object({
    newAccount: z.object({ email: emailSchema, name: nameSchema, password: passwordSchema }).optional(),
  }),
  output: done,
  problems: [
    problems.invitationInvalid,
    problems.invitationForOther,
    problems.emailTaken,
    problems.weakPassword,
    problems.alreadyMember,
  ],
});
