import { defineJob } from "@yutu/jobs";
import { z } from "zod";

/** Takes an import one step on, whichever step its state says: check, write, take back. Safe to repeat at any point. */
export const moveImportJob = defineJob("ingestion.move-import", z.object({ importId: z.string() }), {
  retryLimit: 60,
  timeoutSeconds: 6 * 3600,
  concurrency: 2,
});
