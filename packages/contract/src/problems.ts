import { defineProblem, type ProblemDefinition } from "@yutu/kernel";
import { z } from "zod";

/** Refusals that any operation may give; a module declares only its own beside these. */
export const requestProblems = {
  invalid: defineProblem("request/invalid", 400, "The request does not have the declared shape"),
  unauthenticated: defineProblem("request/unauthenticated", 401, "Sign in first"),
  forbidden: defineProblem("request/forbidden", 403, "The role may not do this"),
  notFound: defineProblem("request/not-found", 404, "There is no such thing in this workspace"),
  conflict: defineProblem("request/conflict", 409, "Somebody else changed this at the same moment"),
  staleVersion: defineProblem("request/stale-version", 412, "The record has changed since it was read"),
  tooLarge: defineProblem("request/too-large", 413, "The request is larger than allowed"),
  unsupportedType: defineProblem("request/unsupported-type", 415, "The content type is not accepted here"),
  idempotencyMismatch: defineProblem(
    "request/idempotency-mismatch",
    422,
    "The idempotency key was used with another request",
  ),
  tooMany: defineProblem("request/too-many", 429, "Too many requests"),
  unavailable: defineProblem("service/unavailable", 503, "A part of the service is away; try again shortly"),
} as const satisfies Record<string, ProblemDefinition>;

/** RFC 9457 body as it travels. */
export const problemBodySchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  /** Seconds to wait, with 429 and 503. */
  retryAfter: z.number().optional(),
});

export type ProblemBody = z.infer<typeof problemBodySchema>;
