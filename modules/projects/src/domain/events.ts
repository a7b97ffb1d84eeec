import { defineEvent } from "@yutu/contract";
import { z } from "zod";

const calendarDay = z.string();

/**
 * A project has been made. Carries what other modules need to lay it out: tasks lay the plan, budgets make the lines,
 * both with the pure functions of this domain from the same template.
 */
export const projectCreated = defineEvent(
  "projects.project-created",
  1,
  z.object({
    projectId: z.string(),
    campaignKey: z.string(),
    name: z.string(),
    typeKey: z.string(),
    template: z.unknown(),
    anchorDate: calendarDay,
    /** The day the plan was laid on; nothing is planned before it. */
    plannedOn: calendarDay,
    channels: z.array(z.string()),
    currency: z.string(),
    totalBudgetMinor: z.int(),
    managerId: z.string(),
    /** Role key → member ids. */
    people: z.record(z.string(), z.array(z.string())),
    locale: z.enum(["zh", "en"]),
  }),
);

export const projectChanged = defineEvent("projects.project-changed", 1, z.object({ projectId: z.string() }));

/** The lifecycle moved; `from` and `to` are statuses. */
export const projectStatusChanged = defineEvent(
  "projects.project-status-changed",
  1,
  z.object({ projectId: z.string(), from: z.string(), to: z.string(), reason: z.string() }),
);

/** The project has been closed; its retrospective may be written. */
export const projectClosed = defineEvent(
  "projects.project-closed",
  1,
  z.object({ projectId: z.string(), closedBy: z.string().nullable() }),
);

export const goalsChanged = defineEvent("projects.goals-changed", 1, z.object({ projectId: z.string() }));
