import type { z } from "zod";

/** Background work for one workspace. Handlers must be repeatable: a job runs at least once. */
export interface JobDefinition<Schema extends z.ZodType = z.ZodType> {
  /** `<module>.<verb-noun>`, e.g. `ingestion.run-import`. */
  readonly name: string;
  readonly schema: Schema;
  /** Tries after the first failure, with growing pauses. */
  readonly retryLimit: number;
  /** A run longer than this is taken for dead and tried again. */
  readonly timeoutSeconds: number;
  /** Runs at the same time per process. */
  readonly concurrency: number;
}

interface JobLimits {
  readonly retryLimit?: number;
  readonly timeoutSeconds?: number;
  readonly concurrency?: number;
}

export const defineJob = <Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  limits: JobLimits = {},
): JobDefinition<Schema> => ({
  name,
  schema,
  retryLimit: limits.retryLimit ?? 5,
  timeoutSeconds: limits.timeoutSeconds ?? 900,
  concurrency: limits.concurrency ?? 2,
});

/** Work at fixed times, once per slot however many nodes there are; it belongs to no workspace. */
export interface ScheduleDefinition {
  readonly name: string;
  /** Five-field cron expression. */
  readonly cron: string;
  readonly timeZone: string;
}

export const defineSchedule = (name: string, cron: string, timeZone = "Asia/Shanghai"): ScheduleDefinition => ({
  name,
  cron,
  timeZone,
});

/** What travels in a job row. */
export interface JobEnvelope {
  readonly workspaceId: string;
  readonly requestId: string;
  readonly data: unknown;
}
