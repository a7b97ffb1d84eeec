import { Readable } from "node:stream";
import {
  type Actor,
  actorRef,
  type FileAnswer,
  type Implementation,
  type LongCall,
  type Services,
} from "@yutu/application";
import { type Operation, requestProblems } from "@yutu/contract";
import type { TenantContext } from "@yutu/database";
import { SESSION_COOKIE } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Metrics } from "../services/meter.ts";
import { authenticate } from "./authentication.ts";
import { sendFile } from "./file-answer.ts";
import { onceOnly } from "./idempotency.ts";
import { sendJson } from "./json-answer.ts";
import { invalidRequest, sendProblem } from "./problem-answer.ts";
import type { createRateLimit } from "./rate-limit.ts";

export interface HttpContext {
  readonly services: Services;
  readonly metrics: Metrics;
  readonly limit: ReturnType<typeof createRateLimit>;
  /** Check answers against their schema; on in tests and development. */
  readonly validateOutput: boolean;
  readonly secureCookies: boolean;
}

interface Input {
  readonly params: never;
  readonly query: never;
  readonly body: never;
}

function parseInput(operation: Operation, request: FastifyRequest): Result<Input, Problem> {
  const parsed: Record<string, unknown> = {};
  const parts = {
    params: request.params,
    query: request.query,
    body: operation.bodyKind === "json" ? (request.body ?? {}) : {},
  };
  for (const part of ["params", "query", "body"] as const) {
    const result = operation[part].safeParse(parts[part] ?? {});
    if (!result.success) {
      // An id that cannot be one of ours names nothing: the same answer as for somebody else's.
      if (part === "params") return err(problem(requestProblems.notFound, "There is no such thing in this workspace."));
      return err(invalidRequest(result.error, part));
    }
    parsed[part] = result.data;
  }
  return ok(parsed as unknown as Input);
}

function authorise(operation: Operation, who: { account: unknown; actor: Actor | null }): Result<null, Problem> {
  if (operation.access === "public") return ok(null);
  if (operation.access === "account")
    return who.account ? ok(null) : err(problem(requestProblems.unauthenticated, "Sign in first."));
  if (!who.actor) return err(problem(requestProblems.unauthenticated, "Sign in and choose a workspace first."));
  if (who.actor.permissions.has(operation.access)) return ok(null);
  return err(
    problem(requestProblems.forbidden, "Your role may not do this. Ask an administrator of the workspace.", {
      params: { permission: operation.access },
    }),
  );
}

const contextOf = (operation: Operation, actor: Actor, requestId: string): TenantContext => ({
  workspaceId: actor.workspaceId,
  actor: actorRef(actor),
  operation: operation.id,
  requestId,
  readOnly: operation.method === "GET",
});

function longCall(
  http: HttpContext,
  operation: Operation,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): LongCall {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return {
    actor,
    services: http.services,
    requestId: request.id,
    withTenant: (fn) =>
      http.services.database.withTenant({ ...contextOf(operation, actor, request.id), readOnly: false }, fn),
    stream: request.body instanceof Readable ? request.body : Readable.from([]),
    contentType: request.headers["content-type"] ?? "",
    signal: gone.signal,
  };
}

function accountCall(
  http: HttpContext,
  account: Awaited<ReturnType<typeof authenticate>>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const cookie = { path: "/", httpOnly: true, sameSite: "lax", secure: http.secureCookies } as const;
  return {
    account: account.ok ? account.value.account : null,
    services: http.services,
    requestId: request.id,
    address: request.ip,
    userAgent: request.headers["user-agent"] ?? "",
    session: {
      current: request.cookies[SESSION_COOKIE] ?? null,
      set: (token: string, maxAge: number) => void reply.setCookie(SESSION_COOKIE, token, { ...cookie, maxAge }),
      clear: () => void reply.clearCookie(SESSION_COOKIE, cookie),
    },
  };
}

async function run(
  http: HttpContext,
  implementation: Implementation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<unknown, Problem>> {
  const { operation } = implementation;
  const who = await authenticate(request, http.services);
  // A stale credential does not bar anybody from signing in; a request that another site caused is refused everywhere.
  if (!who.ok && (operation.access !== "public" || who.error.definition.status === 403)) return who;
  const { account, actor } = who.ok ? who.value : { account: null, actor: null };
  const limited = http.limit(actor?.memberId ?? account?.userId ?? request.ip);
  if (!limited.ok) return limited;
  const authorised = authorise(operation, { account, actor });
  if (!authorised.ok) return authorised;
  const input = parseInput(operation, request);
  if (!input.ok) return input;
  if (implementation.kind === "account")
    return implementation.handle(accountCall(http, who, request, reply), input.value);
  if (!actor) return err(problem(requestProblems.unauthenticated, "Sign in and choose a workspace first."));
  if (implementation.kind === "long")
    return implementation.handle(longCall(http, operation, actor, request, reply), input.value);
  const key = request.headers["idempotency-key"];
  return http.services.database.withTenant(contextOf(operation, actor, request.id), (tx) => {
    const handle = () =>
      implementation.handle({ tx, actor, services: http.services, requestId: request.id }, input.value);
    if (typeof key !== "string" || operation.method === "GET") return handle();
    return onceOnly(
      tx,
      { key: key.slice(0, 200), operation: operation.id, actorId: actor.memberId, input: input.value },
      handle,
    );
  });
}

/** Adds the route of one operation: authenticate, limit, authorise, parse, carry out, answer. */
export function addOperationRoute(
  app: FastifyInstance,
  http: HttpContext,
  prefix: string,
  implementation: Implementation,
): void {
  const { operation } = implementation;
  app.route({
    method: operation.method,
    url: prefix + operation.path,
    handler: async (request, reply) => {
      const started = performance.now();
      reply.raw.once("finish", () =>
        http.metrics.observeRequest(operation.id, reply.statusCode, (performance.now() - started) / 1000),
      );
      const result = await run(http, implementation, request, reply);
      if (!result.ok) return sendProblem(reply, result.error);
      if (operation.outputKind === "file") return sendFile(request, reply, result.value as FileAnswer);
      if (http.validateOutput) operation.output.parse(result.value);
      return sendJson(request, reply, result.value);
    },
  });
}
