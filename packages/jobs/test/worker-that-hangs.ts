import { openQueue } from "@yutu/jobs";
import type pg from "pg";
import { longJob, optionsFor } from "./job.ts";

/** A worker process that takes a job, says so, and never ends it. */
const queue = await openQueue(optionsFor(JSON.parse(process.env["CONNECTION"] ?? "{}") as pg.ClientConfig));
await queue.work(longJob, async () => {
  process.stdout.write("taken\n");
  await new Promise(() => undefined);
});
