import { type ProblemBody, requestProblems } from "@yutu/contract";
import { DatabaseUnavailable } from "@yutu/database";
import { type Problem, problem } from "@yutu/kernel";
import { StorageUnavailable } from "@yutu/storage";
import type { FastifyReply } from "fastify";
import { z } from "zod";

/** The RFC 9457 body of a refusal. */
export function problemBody(refusal: Problem, requestId: string): ProblemBody {
  const { definition } = refusal;
  const retryAfter =
    definition.status === 503 || definition.status === 429 ? Number(refusal.params?.retryAfter ?? 2) : undefined;
  return {
    type: `urn:yutu:problem:${definition.code}`,
    title: definition.title,
    status: definition.status,
    detail: refusal.detail,
    code: definition.code,
    requestId,
    ...(refusal.errors ? { errors: [...refusal.errors] } : {}),
    ...(refusal.params ? { params: { ...refusal.params } } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

export function sendProblem(reply: FastifyReply, refusal: Problem): FastifyReply {
  const body = problemBody(refusal, reply.request.id);
  if (body.retryAfter !== undefined) void reply.header("retry-after", String(body.retryAfter));
  return reply.status(body.status).type("application/problem+json").send(JSON.stringify(body));
}

/** One entry per failed rule, each with a pointer into the request. */
export function invalidRequest(error: z.ZodError, part: "params" | "query" | "body"): Problem {
  const errors = error.issues.map((issue) => ({
    pointer: `/${[part, ...issue.path].map((step) => String(step).replace(/~/g, "~0").replace(/\//g, "~1")).join("/")}`,
    code: issue.code,
    message: issue.message,
  }));
  const first = errors[0];
  return problem(requestProblems.invalid, first ? `${first.pointer}: ${first.message}` : "The request is not valid.", {
    errors,
  });
}

/** A thrown error that is really a refusal: an engine that is away, a body that is too large or not JSON. */
export function refusalOf(error: unknown): Problem | undefined {
  if (error instanceof DatabaseUnavailable) {
    return problem(
      requestProblems.unavailable,
      "A database is being restarted or cannot be reached. The request changed nothing; repeat it shortly.",
    );
  }
  if (error instanceof StorageUnavailable)
    return problem(requestProblems.unavailable, "The storage of files cannot be reached. Repeat the request shortly.");
  const code = (error as { code?: unknown }).code;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return problem(requestProblems.tooLarge, "Send less at once.");
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE")
    return problem(requestProblems.unsupportedType, "Send application/json.");
  if (
    code === "FST_ERR_CTP_EMPTY_JSON_BODY" ||
    code === "FST_ERR_CTP_INVALID_JSON_BODY" ||
    error instanceof SyntaxError
  )
    return problem(requestProblems.invalid, "The body is not valid JSON.");
  // What else the framework refuses at the door is wrong with the request, not with us.
  if (typeof code === "string" && code.startsWith("FST_ERR_") && (error as { statusCode?: unknown }).statusCode === 400)
    return problem(requestProblems.invalid, "The request cannot be read.");
  return undefined;
}
