import { defineModule, onJob } from "@yutu/application";
import { importOperations } from "./import-operations.ts";
import { moveImportJob } from "./imports/import-job.ts";
import { moveImport } from "./imports/move-import.ts";
import { linkOperations } from "./link-operations.ts";
import { quarantineOperations } from "./quarantine-operations.ts";
import { linkRoutes } from "./raw/link-routes.ts";
import { segmentRoutes } from "./raw/segment-routes.ts";
import { sourceOperations } from "./source-operations.ts";
import { collectorOf } from "./spool/event-collector.ts";
import { startSpoolWorker } from "./spool/spool-worker.ts";

export const ingestionModule = defineModule({
  name: "ingestion",
  operations: [...sourceOperations, ...importOperations, ...quarantineOperations, ...linkOperations],
  routes: [...segmentRoutes, ...linkRoutes],
  jobs: [onJob(moveImportJob, (call, { importId }) => moveImport(call, importId))],
  start: async (services, role) => (role === "web" ? () => collectorOf(services).close() : startSpoolWorker(services)),
});
