import { z } from "zod";
import { PROJECT_STATUSES } from "../../domain/lifecycle.ts";

/** The list's filters as they stand in the address. */
export const listState = z.object({
  q: z.string().default(""),
  phase: z.enum(["open", "ended", "all"]).default("open"),
  status: z.array(z.enum(PROJECT_STATUSES)).default([]),
  type: z.array(z.string()).default([]),
  channel: z.array(z.string()).default([]),
  manager: z.array(z.string()).default([]),
  starred: z.boolean().default(false),
});

export type ListState = z.output<typeof listState>;

/** What the server is asked for a state. */
export const listQuery = (state: ListState) => ({
  ...(state.q.trim() ? { q: state.q.trim() } : {}),
  ...(state.phase === "all" || state.status.length > 0
    ? {}
    : { open: state.phase === "open" ? ("true" as const) : ("false" as const) }),
  ...(state.status.length > 0 ? { status: state.status } : {}),
  ...(state.type[0] ? { typeKey: state.type[0] } : {}),
  ...(state.channel[0] ? { channel: state.channel[0] } : {}),
  ...(state.manager[0] ? { managerId: state.manager[0] } : {}),
  ...(state.starred ? { favourite: "true" as const } : {}),
});

export const isFiltered = ({ phase: _phase, ...state }: ListState): boolean =>
  state.q !== "" ||
  state.starred ||
  [state.status, state.type, state.channel, state.manager].some((values) => values.length > 0);

export const noFilters = { q: "", status: [], type: [], channel: [], manager: [], starred: false };
