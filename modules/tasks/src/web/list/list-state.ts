import { z } from "zod";
import { PRIORITIES, TASK_STATUSES, type TaskStatus } from "../../domain/status.ts";

export const GROUPS = ["phase", "channel", "assignee", "project", "none"] as const;
export type Group = (typeof GROUPS)[number];
export const SORTS = ["due", "start", "priority", "status", "title", "number", "updated", "rank"] as const;

/** Everything that still has to be done, as one choice among the statuses. */
export const OPEN = "open";
const OPEN_STATUSES: readonly TaskStatus[] = ["todo", "doing", "review"];

const filters = {
  q: z.string().default(""),
  status: z.array(z.enum([OPEN, ...TASK_STATUSES])).default([]),
  channel: z.array(z.string()).default([]),
  assignee: z.array(z.string()).default([]),
  priority: z.array(z.enum(PRIORITIES)).default([]),
  dates: z.array(z.string()).default([]),
  overdue: z.boolean().default(false),
};

/** A list's filters, grouping and order as they stand in the address. */
export const listState = z.object({
  ...filters,
  group: z.enum(GROUPS).default("phase"),
  sort: z.enum(SORTS).default("due"),
  dir: z.enum(["up", "down"]).default("up"),
});

/** The list over all projects begins with what the person has to do. */
export const allState = listState.extend({
  mine: z.boolean().default(true),
  status: listState.shape.status.unwrap().default([OPEN]),
  group: z.enum(GROUPS).default("project"),
});

export const LANES = ["none", "phase", "assignee", "channel", "priority"] as const;

/** The board shows every column; its lanes and limits stand in the address too. */
export const boardState = z.object({
  ...filters,
  lane: z.enum(LANES).default("none"),
  limits: z.record(z.string(), z.number()).default({ doing: 8, review: 6 }),
});

/** The task whose details are open beside a view, and whether a new one is being written. */
export const peekState = z.object({ task: z.string().default(""), create: z.boolean().default(false) });

export type ListState = z.output<typeof listState>;
export type AllState = z.output<typeof allState>;
export type BoardState = z.output<typeof boardState>;
export type FilterState = Pick<ListState, keyof typeof filters>;

const statusesOf = (chosen: FilterState["status"]): TaskStatus[] => [
  ...new Set(chosen.flatMap((status) => (status === OPEN ? OPEN_STATUSES : [status]))),
];

/** What the server is asked for the filters. */
export function filterQuery(state: FilterState) {
  const [from = "", to = ""] = state.dates;
  const status = statusesOf(state.status);
  return {
    ...(state.q.trim() ? { q: state.q.trim() } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(state.channel.length > 0 ? { channel: state.channel } : {}),
    ...(state.assignee.length > 0 ? { assigneeId: state.assignee } : {}),
    ...(state.priority.length > 0 ? { priority: state.priority } : {}),
    ...(from ? { dueFrom: from } : {}),
    ...(to ? { dueTo: to } : {}),
    ...(state.overdue ? { overdue: "true" as const } : {}),
  };
}

export const NO_FILTERS: FilterState = {
  q: "",
  status: [],
  channel: [],
  assignee: [],
  priority: [],
  dates: [],
  overdue: false,
};

export const isFiltered = (state: FilterState): boolean =>
  state.q !== "" ||
  state.overdue ||
  [state.status, state.channel, state.assignee, state.priority, state.dates].some((list) => list.length > 0);
