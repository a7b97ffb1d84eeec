import type { QueueOptions } from "@yutu/jobs";
import { defineJob } from "@yutu/jobs";
import type pg from "pg";
import { z } from "zod";

/** A job that may run for hours, as an import may. */
export const longJob = defineJob("test.run-long", z.object({ text: z.string() }), { timeoutSeconds: 6 * 3600 });

export const optionsFor = (connection: pg.ClientConfig): QueueOptions => ({
  connection,
  jobs: [longJob],
  schedules: [],
  supervise: true,
  soleWorker: false,
  deadAfterSeconds: 10,
  onError: () => undefined,
});
