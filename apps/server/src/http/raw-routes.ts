import type { RawRoute, Services } from "@yutu/application";
import type { FastifyInstance } from "fastify";
import type { Metrics } from "../services/meter.ts";

const textOf = (record: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((record ?? {}) as Record<string, unknown>).map(([key, value]) => [
      key,
      String(Array.isArray(value) ? value[0] : value),
    ]),
  );

/** Routes whose shape others defined: the handler gets the bytes as they came. */
export async function addRawRoutes(
  app: FastifyInstance,
  routes: readonly RawRoute[],
  services: Services,
  metrics: Metrics,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    for (const route of routes) {
      scope.route({
        method: route.method,
        url: route.path,
        // Fastify wants at least one byte, also where there is no body to read.
        bodyLimit: Math.max(1, route.bodyLimitBytes),
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          const started = performance.now();
          const answer = await route.handle(
            {
              params: textOf(request.params),
              query: textOf(request.query),
              headers: request.headers as Record<string, string | undefined>,
              body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
              address: request.ip,
              requestId: request.id,
            },
            services,
          );
          metrics.observeRequest(`raw ${route.path}`, answer.status, (performance.now() - started) / 1000);
          return reply
            .status(answer.status)
            .headers({ "cache-control": "no-store", ...answer.headers })
            .send(
              typeof answer.body === "string" || answer.body === undefined
                ? (answer.body ?? "")
                : Buffer.from(answer.body),
            );
        },
      });
    }
  });
}
