import { CHANNELS } from "@yutu/projects/domain";
import type { TaskRow } from "../task-row.ts";
import type { Group } from "./list-state.ts";

/** A group's place among the others and what it is called. */
export interface GroupFace {
  readonly order: number;
  readonly name: string;
}

export interface GroupNames {
  readonly phases: ReadonlyMap<string, GroupFace>;
  readonly projects: ReadonlyMap<string, GroupFace>;
  readonly channelName: (code: string) => string;
  readonly none: {
    readonly phase: string;
    readonly channel: string;
    readonly assignee: string;
    readonly project: string;
  };
  readonly compare: (a: string, b: string) => number;
}

/** Key of the group without a value; sorts behind all others. */
const NOTHING = "";

export function groupKey(row: TaskRow, group: Group): string {
  switch (group) {
    case "phase":
      return row.phaseId ?? NOTHING;
    case "channel":
      return row.channel ?? NOTHING;
    case "assignee":
      return row.assignees[0]?.memberId ?? NOTHING;
    case "project":
      return row.projectId;
    case "none":
      return NOTHING;
  }
}

export function groupName(key: string, rows: readonly TaskRow[], group: Group, names: GroupNames): string {
  if (group === "none") return "";
  if (key === NOTHING) return names.none[group];
  switch (group) {
    case "phase":
      return names.phases.get(key)?.name ?? names.none.phase;
    case "channel":
      return names.channelName(key);
    case "assignee":
      return rows[0]?.assignees[0]?.memberName ?? "";
    case "project":
      return names.projects.get(key)?.name ?? names.none.project;
  }
}

const channelOrder = new Map(CHANNELS.map(({ code }, i) => [code, i]));
const LAST = Number.MAX_SAFE_INTEGER;

function orderOf(row: TaskRow, group: Group, names: GroupNames): number {
  const key = groupKey(row, group);
  if (key === NOTHING) return LAST;
  switch (group) {
    case "phase":
      return names.phases.get(key)?.order ?? LAST;
    case "channel":
      return channelOrder.get(key) ?? LAST - 1;
    case "project":
      return names.projects.get(key)?.order ?? LAST - 1;
    case "assignee":
    case "none":
      return 0;
  }
}

/** Rows with the members of a group beside each other, groups in their own order; within a group the order stays. */
export function inGroups(rows: readonly TaskRow[], group: Group, names: GroupNames): TaskRow[] {
  if (group === "none") return [...rows];
  const keyed = rows.map((row) => ({ row, key: groupKey(row, group), order: orderOf(row, group, names) }));
  const nameOf = ({ row }: { row: TaskRow }): string => row.assignees[0]?.memberName ?? "";
  return keyed
    .toSorted((a, b) => {
      if (a.order !== b.order) return a.order - b.order;
      if (group === "assignee" && a.key !== b.key)
        return names.compare(nameOf(a), nameOf(b)) || (a.key < b.key ? -1 : 1);
      return a.key === b.key ? 0 : a.key < b.key ? -1 : 1;
    })
    .map(({ row }) => row);
}

/** First beginning and last end among rows; undefined when none has dates. */
export function spanOf(rows: readonly TaskRow[]): { readonly from: string; readonly to: string } | undefined {
  const starts = rows.flatMap((row) => row.startDate ?? []).sort();
  const ends = rows.flatMap((row) => row.dueDate ?? []).sort();
  const [from, to] = [starts[0], ends.at(-1)];
  return from && to ? { from, to } : undefined;
}
