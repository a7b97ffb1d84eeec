import { defineEvent } from "@yutu/contract";
import { z } from "zod";

const ofImport = {
  importId: z.string(),
  sourceId: z.string(),
  kind: z.enum(["orders", "ads"]),
  projectId: z.string().nullable(),
};

/** An import moved on: checked, or some rows further. Hints for screens. */
export const importProgressed = defineEvent(
  "ingestion.import-progressed",
  1,
  z.object({ importId: z.string(), state: z.string() }),
);

/** The rows of an import count now. Days are those of the facts; null when there are none. */
export const importCompleted = defineEvent(
  "ingestion.import-completed",
  1,
  z.object({
    ...ofImport,
    accepted: z.int(),
    quarantined: z.int(),
    firstOn: z.string().nullable(),
    lastOn: z.string().nullable(),
  }),
);

/** The rows of an import no longer count; what they replaced does again. */
export const importUndone = defineEvent("ingestion.import-undone", 1, z.object(ofImport));

/** A row kept aside was corrected and taken. */
export const rowReplayed = defineEvent(
  "ingestion.row-replayed",
  1,
  z.object({ ...ofImport, quarantineId: z.string() }),
);

export const sourceChanged = defineEvent("ingestion.source-changed", 1, z.object({ sourceId: z.string() }));

/** A tracked link was made or changed. */
export const linkChanged = defineEvent(
  "ingestion.link-changed",
  1,
  z.object({
    linkId: z.string(),
    code: z.string(),
    projectId: z.string(),
    assetVersionId: z.string().nullable(),
    taskId: z.string().nullable(),
  }),
);
