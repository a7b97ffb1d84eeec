import type { TenantTx } from "@yutu/database";
import type pg from "pg";
import { type ConstructorOptions, PgBoss } from "pg-boss";
import type { z } from "zod";
import type { JobDefinition, JobEnvelope, ScheduleDefinition } from "./definition.ts";

const SCHEMA = "pgboss";

export interface EnqueueOptions {
  readonly startAfter?: Date;
  /** While a job with the same key waits, another one is not added. */
  readonly singletonKey?: string;
}

export interface RunningJob {
  readonly id: string;
  readonly workspaceId: string;
  readonly requestId: string;
  /** Fires when the process is stopping or the job has run too long. */
  readonly signal: AbortSignal;
}

export interface Queue {
  /** Adds a job in the caller's transaction: it exists if and only if the transaction commits. */
  enqueue<Schema extends z.ZodType>(
    tx: TenantTx,
    job: JobDefinition<Schema>,
    data: z.input<Schema>,
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Begins to run jobs of one kind in this process. */
  work<Schema extends z.ZodType>(
    job: JobDefinition<Schema>,
    handler: (data: z.output<Schema>, running: RunningJob) => Promise<void>,
  ): Promise<void>;
  /** Begins to run scheduled work in this process. */
  workSchedule(schedule: ScheduleDefinition, handler: (signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Jobs that wait, run or have failed for good, by name; for metrics and for tests that wait. */
  counts(): Promise<{ name: string; state: string; count: number }[]>;
  stop(): Promise<void>;
}

export interface QueueOptions {
  readonly connection: pg.ClientConfig;
  readonly jobs: readonly JobDefinition[];
  readonly schedules: readonly ScheduleDefinition[];
  /** Run maintenance and schedules here (worker role). */
  readonly supervise: boolean;
  /** No other process can be running jobs, so those marked as running are left-overs of a crash. */
  readonly soleWorker: boolean;
  /** A process that is not heard of for so long is taken for dead, and its jobs go to another one. Default 120, least 10. */
  readonly deadAfterSeconds?: number;
  readonly onError: (error: Error) => void;
}

const DEAD_AFTER_SECONDS = 120;

/** Installs or upgrades the job tables and lets the application role add jobs. Run by the migrate step. */
export async function installQueue(
  connection: pg.ClientConfig,
  query: (text: string) => Promise<unknown>,
): Promise<void> {
  const boss = new PgBoss({
    ...(connection as ConstructorOptions),
    schema: SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  await query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO yutu_app;
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA ${SCHEMA} TO yutu_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO yutu_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO yutu_app`);
}

const within = (tx: TenantTx) => ({
  executeSql: async (text: string, values?: unknown[]) => ({
    rows: await tx.query<Record<string, unknown>>(text, values ?? []),
  }),
});

async function declareQueues(boss: PgBoss, options: QueueOptions): Promise<void> {
  const heartbeatSeconds = options.deadAfterSeconds ?? DEAD_AFTER_SECONDS;
  for (const job of options.jobs) {
    const limits = {
      retryLimit: job.retryLimit,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 600,
      expireInSeconds: job.timeoutSeconds,
      heartbeatSeconds,
      notify: true,
    };
    if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, limits);
    else await boss.createQueue(job.name, limits);
  }
  for (const schedule of options.schedules) {
    if (!(await boss.getQueue(schedule.name))) await boss.createQueue(schedule.name, { retryLimit: 2, notify: true });
    if (options.supervise) await boss.schedule(schedule.name, schedule.cron, {}, { tz: schedule.timeZone });
  }
}

/** Jobs that a crash left as running go back to waiting, without the long wait for their time limit. */
const requeueLeftOvers = (boss: PgBoss): Promise<unknown> =>
  boss.getDb().executeSql(`UPDATE ${SCHEMA}.job SET state = 'retry', start_after = now() WHERE state = 'active'`);

async function countJobs(boss: PgBoss): Promise<{ name: string; state: string; count: number }[]> {
  const result = await boss
    .getDb()
    .executeSql(
      `SELECT name, state::text AS state, count(*)::int AS count FROM ${SCHEMA}.job WHERE state IN ('created', 'retry', 'active', 'failed') AND name NOT LIKE '\\_\\_%' GROUP BY 1, 2`,
    );
  return result.rows as { name: string; state: string; count: number }[];
}

function makeBoss(options: QueueOptions): PgBoss {
  const checkSeconds = (options.deadAfterSeconds ?? DEAD_AFTER_SECONDS) / 2;
  return new PgBoss({
    ...(options.connection as ConstructorOptions),
    schema: SCHEMA,
    superviseIntervalSeconds: checkSeconds,
    monitorIntervalSeconds: checkSeconds,
    max: 6,
    useListenNotify: true,
    supervise: options.supervise,
    schedule: options.supervise,
    migrate: false,
    monitorVacuum: false,
  });
}

export async function openQueue(options: QueueOptions): Promise<Queue> {
  const boss = makeBoss(options);
  boss.on("error", options.onError);
  await boss.start();
  await declareQueues(boss, options);
  if (options.soleWorker) await requeueLeftOvers(boss);

  return {
    enqueue: async (tx, job, data, extra = {}) => {
      const envelope: JobEnvelope = {
        workspaceId: tx.context.workspaceId,
        requestId: tx.context.requestId,
        data: job.schema.parse(data),
      };
      const key = extra.singletonKey
        ? { singletonKey: `${tx.context.workspaceId}:${extra.singletonKey}`, singletonSeconds: 5 }
        : {};
      await boss.send(job.name, envelope, {
        ...(extra.startAfter ? { startAfter: extra.startAfter } : {}),
        ...key,
        db: within(tx),
      });
    },
    work: async (job, handler) => {
      const settings = { pollingIntervalSeconds: 2, localConcurrency: job.concurrency, batchSize: 1 };
      await boss.work<JobEnvelope>(job.name, settings, async ([one]) => {
        if (!one) return;
        const { workspaceId, requestId, data } = one.data;
        await handler(job.schema.parse(data), { id: one.id, workspaceId, requestId, signal: one.signal });
      });
    },
    workSchedule: async (schedule, handler) => {
      await boss.work(schedule.name, { pollingIntervalSeconds: 5, batchSize: 1 }, async ([one]) => {
        if (one) await handler(one.signal);
      });
    },
    counts: () => countJobs(boss),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
