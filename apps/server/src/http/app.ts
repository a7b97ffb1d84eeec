import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import type { Implementation, ServerModule, Services } from "@yutu/application";
import { requestProblems } from "@yutu/contract";
import { problem } from "@yutu/kernel";
import Fastify, { type FastifyInstance } from "fastify";
import type { Metrics } from "../services/meter.ts";
import { addDocuments } from "./docs/routes.ts";
import { addFaultAnswers } from "./fault-answers.ts";
import { addHealthRoutes } from "./health.ts";
import { addLiveRoute } from "./live.ts";
import { addOperationRoute, type HttpContext } from "./operation-routes.ts";
import { sendProblem } from "./problem-answer.ts";
import { createRateLimit } from "./rate-limit.ts";
import { addRawRoutes } from "./raw-routes.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { addWebFiles } from "./web-files.ts";

export const API_PREFIX = "/api/v1";
const JSON_LIMIT_BYTES = 2 * 1024 * 1024;

export interface HttpOptions {
  readonly services: Services;
  readonly metrics: Metrics;
  readonly modules: readonly ServerModule[];
  /** Whether every engine answers and all migrations are applied. */
  readonly ready: () => Promise<Record<string, string>>;
  /** Folder of the built web application; without it only the API is served. */
  readonly webDir: string | undefined;
  readonly trustProxy: boolean;
  readonly secureCookies: boolean;
  readonly validateOutput: boolean;
  readonly requestsPerSecond: number;
}

export interface HttpApp {
  readonly fastify: FastifyInstance;
  close(): Promise<void>;
}

/** Every operation's route; those that take a file get its bytes unread, whatever the browser calls their type. */
async function addOperations(app: FastifyInstance, http: HttpContext, all: readonly Implementation[]): Promise<void> {
  const takesFile = ({ operation }: Implementation): boolean => operation.bodyKind === "stream";
  for (const each of all) if (!takesFile(each)) addOperationRoute(app, http, API_PREFIX, each);
  await app.register(async (scope) => {
    // The framework would read text and JSON itself: a .txt or .json file would arrive empty.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    for (const each of all) if (takesFile(each)) addOperationRoute(scope, http, API_PREFIX, each);
  });
}

/** The framework as we want it: its own log silent, limits set, cookies read, answers compressed. */
async function createFastify(trustProxy: boolean): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy,
    bodyLimit: JSON_LIMIT_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 1400, encodings: ["gzip", "identity"] });
  return app;
}

/** The HTTP side of a web process: API, live channel, documents, health, and the web application. */
export async function createHttpApp(options: HttpOptions): Promise<HttpApp> {
  const { services, metrics } = options;
  const app = await createFastify(options.trustProxy);
  addSecurityHeaders(app, options.secureCookies);
  addFaultAnswers(app, services.log);
  app.addContentTypeParser("*", (_request, payload, done) => done(null, payload));

  const operations = options.modules.flatMap((module) => module.operations);
  const http = {
    services,
    metrics,
    limit: createRateLimit(services.clock, options.requestsPerSecond),
    validateOutput: options.validateOutput,
    secureCookies: options.secureCookies,
  };
  await addOperations(app, http, operations);
  const stopLive = await addLiveRoute(app, services, API_PREFIX);
  await addRawRoutes(
    app,
    options.modules.flatMap((module) => module.routes ?? []),
    services,
    metrics,
  );
  addHealthRoutes(app, { metrics, services, ready: options.ready });

  addDocuments(
    app,
    operations.map((i) => i.operation),
    API_PREFIX,
  );
  app.all("/api/*", (_request, reply) =>
    sendProblem(reply, problem(requestProblems.notFound, "There is no such address; see /api/docs.")),
  );
  if (options.webDir) await addWebFiles(app, options.webDir);

  return {
    fastify: app,
    close: async () => {
      await stopLive();
      await app.close();
    },
  };
}
