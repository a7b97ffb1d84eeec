import { defineEvent } from "@yutu/contract";
import { z } from "zod";

const project = z.object({ projectId: z.string() });

/** The retrospective of a project was computed from its ledgers, or could not be. */
export const retrospectiveWritten = defineEvent(
  "retrospectives.written",
  1,
  project.extend({ outcome: z.enum(["draft", "failed"]) }),
);
export const retrospectiveEdited = defineEvent("retrospectives.edited", 1, project);
export const retrospectivePublished = defineEvent(
  "retrospectives.published",
  1,
  project.extend({ published: z.boolean() }),
);
export const lessonChanged = defineEvent(
  "retrospectives.lesson-changed",
  1,
  project.extend({ lessonId: z.string(), status: z.enum(["proposed", "accepted", "rejected"]) }),
);
