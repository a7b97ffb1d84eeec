import { z } from "zod";

/** Name of the server-sent event that carries a {@link LiveHint}. */
export const LIVE_EVENT = "changed";

/** What a browser hears on the live channel: something changed, never what it is now. It asks again with its own rights. */
export const liveHintSchema = z.object({
  /** Name of what happened, e.g. `tasks.task-moved`. */
  event: z.string(),
  entity: z.string(),
  id: z.string(),
  /** The project it belongs to, when there is one. */
  projectId: z.string().nullable(),
  /** The member who did it; null for the system. */
  actorId: z.string().nullable(),
});

export type LiveHint = z.output<typeof liveHintSchema>;
