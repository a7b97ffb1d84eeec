import type { Services } from "@yutu/application";
import type { FastifyInstance } from "fastify";
import type { Metrics } from "../services/meter.ts";

interface HealthOptions {
  readonly metrics: Metrics;
  readonly services: Services;
  readonly ready: () => Promise<Record<string, string>>;
}

/** Gauges that are read from the database when somebody asks. */
async function measureBacklog({ metrics, services }: HealthOptions): Promise<void> {
  const [outbox] = await services.database.querySystem<{ waiting: number; parked: number }>(
    "measure the outbox",
    "SELECT count(*) FILTER (WHERE attempts < 20)::int AS waiting, count(*) FILTER (WHERE attempts >= 20)::int AS parked FROM outbox WHERE delivered_at IS NULL",
  );
  metrics.gauge("yutu_outbox_waiting_events", "Events not yet delivered", outbox?.waiting ?? 0);
  metrics.gauge("yutu_outbox_parked_events", "Events that failed too often and need a person", outbox?.parked ?? 0);
  for (const { name, state, count } of await services.queue.counts()) {
    metrics.gauge("yutu_jobs_count", "Jobs by name and state", count, { name, state });
  }
}

/** Alive (the process answers), ready (the engines answer and are migrated), and metrics for Prometheus. */
export function addHealthRoutes(app: FastifyInstance, options: HealthOptions): void {
  app.get("/api/health", (_request, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));
  app.get("/api/ready", async (_request, reply) => {
    const parts = await options.ready();
    const ok = Object.values(parts).every((state) => state === "ok");
    if (!ok) void reply.header("retry-after", "2");
    return reply
      .status(ok ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: ok ? "ok" : "unavailable", parts });
  });
  app.get("/api/metrics", async (_request, reply) => {
    await measureBacklog(options).catch((error: unknown) =>
      options.services.log.warn({ err: error }, "backlog could not be measured"),
    );
    return reply.type("text/plain; version=0.0.4").send(await options.metrics.text());
  });
}
