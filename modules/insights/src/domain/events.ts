import { defineEvent } from "@yutu/contract";
import { z } from "zod";

/** The layout of a dashboard was changed, or given back to its default. */
export const dashboardSaved = defineEvent(
  "insights.dashboard-saved",
  1,
  z.object({ reader: z.string(), projectId: z.string().nullable() }),
);
