import { PRIORITIES } from "../../domain/status.ts";
import { type GroupNames, groupKey, groupName, inGroups } from "../list/group-tasks.ts";
import type { BoardState } from "../list/list-state.ts";
import type { TaskPatch, TaskRow } from "../task-row.ts";

export type LaneKind = Exclude<BoardState["lane"], "none">;

/** A lane before it is drawn: the value its cards share. */
export interface LaneValue {
  readonly key: string;
  readonly name: string;
}

export const laneKey = (row: TaskRow, kind: LaneKind): string =>
  kind === "priority" ? row.priority : groupKey(row, kind);

/**
 * The lanes of a board in their order. Phases and priorities are there without cards too, to be dropped on; people and
 * channels only where they have some.
 */
export function lanesOf(
  rows: readonly TaskRow[],
  kind: LaneKind,
  names: GroupNames,
  priorityName: Readonly<Record<TaskRow["priority"], string>>,
): LaneValue[] {
  if (kind === "priority") return PRIORITIES.toReversed().map((key) => ({ key, name: priorityName[key] }));
  const used = [...new Set(inGroups(rows, kind, names).map((row) => groupKey(row, kind)))];
  const every = kind === "phase" ? [...names.phases.keys(), ...used.filter((key) => !names.phases.has(key))] : used;
  const nameOf = (key: string): string =>
    groupName(
      key,
      rows.filter((row) => groupKey(row, kind) === key),
      kind,
      names,
    );
  return every.map((key) => ({ key, name: nameOf(key) }));
}

/** The person of the lane takes the place of the one whose lane the task leaves; others who do it stay. */
function handedOver({ assignees }: TaskRow, memberId: string): string[] {
  const others = assignees.slice(1).map((person) => person.memberId);
  return memberId === "" ? [] : [memberId, ...others.filter((id) => id !== memberId)];
}

/** What it means for a task to lie in a lane; nothing when it lies there already. */
export function lanePatch(
  row: TaskRow,
  kind: LaneKind,
  key: string,
): Pick<TaskPatch, "phaseId" | "assigneeIds" | "channel" | "priority"> {
  if (laneKey(row, kind) === key) return {};
  switch (kind) {
    case "phase":
      return { phaseId: key || null };
    case "assignee":
      return { assigneeIds: handedOver(row, key) };
    case "channel":
      return { channel: key || null };
    case "priority": {
      const priority = PRIORITIES.find((each) => each === key);
      return priority ? { priority } : {};
    }
  }
}
