import { randomBytes } from "node:crypto";
import {
  EVENT_ROOM,
  type EventRoom,
  type Log,
  type SecretBox,
  type ServerModule,
  type Services,
} from "@yutu/application";
import { type Database, openDatabase } from "@yutu/database";
import { openQueue } from "@yutu/jobs";
import type { Clock } from "@yutu/kernel";
import type { Storage } from "@yutu/storage";
import type { Warehouse } from "@yutu/warehouse";
import type pg from "pg";
import { startBackground } from "./background.ts";
import { createHttpApp, type HttpApp } from "./http/app.ts";
import { createIds } from "./services/ids.ts";
import { createMetrics } from "./services/meter.ts";

export interface ApplicationOptions {
  readonly connection: pg.ClientConfig;
  readonly poolSize: number;
  readonly warehouse: Warehouse;
  readonly storage: Storage;
  readonly secrets: SecretBox;
  readonly clock: Clock;
  readonly log: Log;
  readonly modules: readonly ServerModule[];
  readonly role: "all" | "web" | "worker";
  /** No other process works on these databases (embedded engines). */
  readonly alone: boolean;
  readonly webDir: string | undefined;
  readonly publicUrl: () => string;
  readonly trustProxy: boolean;
  readonly secureCookies: boolean;
  readonly validateOutput: boolean;
  readonly requestsPerSecond: number;
  /** Where it differs from `EVENT_ROOM`. */
  readonly eventRoom?: Partial<EventRoom>;
}

export interface Application {
  readonly services: Services;
  readonly http: HttpApp | undefined;
  stop(): Promise<void>;
}

const describe = async (ping: () => Promise<void>): Promise<string> =>
  ping().then(
    () => "ok",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

async function openServices(
  options: ApplicationOptions,
): Promise<{ services: Services; database: Database; metrics: ReturnType<typeof createMetrics> }> {
  const ids = createIds(options.clock);
  const onError = (error: Error): void => options.log.warn({ err: error }, "database connection");
  const database = openDatabase({
    connection: options.connection,
    poolSize: options.poolSize,
    clock: options.clock,
    ids,
    onError,
  });
  const queue = await openQueue({
    connection: options.connection,
    jobs: options.modules.flatMap((m) => m.jobs ?? []).map((j) => j.job),
    schedules: options.modules.flatMap((m) => m.schedules ?? []).map((s) => s.schedule),
    supervise: options.role !== "web",
    soleWorker: options.alone,
    onError,
  });
  const metrics = createMetrics();
  const { warehouse, storage, clock, secrets, log, publicUrl } = options;
  return {
    database,
    metrics,
    services: {
      database,
      warehouse,
      storage,
      queue,
      clock,
      ids,
      secrets,
      log,
      meter: metrics,
      eventRoom: { ...EVENT_ROOM, ...options.eventRoom },
      publicUrl,
      randomBytes: (count) => randomBytes(count),
    },
  };
}

/** Puts the product together on engines that are already there. The composition root of the server and of the tests. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { services, database, metrics } = await openServices(options);
  const stops: (() => Promise<void>)[] = [];
  const runsWeb = options.role !== "worker";
  const runsWork = options.role !== "web";
  for (const module of options.modules) {
    if (!module.start) continue;
    if (runsWeb) stops.push(await module.start(services, "web"));
    if (runsWork) stops.push(await module.start(services, "worker"));
  }
  const http = runsWeb
    ? await createHttpApp({
        ...options,
        services,
        metrics,
        ready: async () => ({
          database: await describe(() => database.ping()),
          warehouse: await describe(() => services.warehouse.ping()),
          storage: await describe(() => services.storage.ping()),
        }),
      })
    : undefined;
  if (runsWork) stops.push(await startBackground(services, options.modules));
  return {
    services,
    http,
    stop: async () => {
      await http?.close();
      for (const stop of stops.reverse()) await stop();
      await services.queue.stop();
      await database.close();
    },
  };
}
