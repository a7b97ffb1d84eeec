import type { Schedule } from "@yutu/scheduling";
import type { GanttChange } from "@yutu/ui";
import { z } from "zod";
import { planEditSchema } from "../../contract/schemas.ts";
import { dragged, type PlanEdit } from "../../domain/plan-change.ts";
import type { Plan } from "./gantt-rows.ts";

const kept = z.array(planEditSchema);

/** The edits of a draft from the text it is kept as; none when the text is of another time. */
export function readEdits(text: string): readonly PlanEdit[] {
  if (text === "") return [];
  try {
    return kept.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

export const writeEdits = (edits: readonly PlanEdit[]): string => (edits.length === 0 ? "" : JSON.stringify(edits));

/** An edit replaces an earlier one of the same task; the others stand in the order they were made. */
export function withEdit(edits: readonly PlanEdit[], edit: PlanEdit): PlanEdit[] {
  const rest = edit.kind === "move" ? edits.filter((e) => e.kind !== "move" || e.taskId !== edit.taskId) : edits;
  return [...rest, edit];
}

/**
 * The edit that a drag of a bar means. Whether it was moved or stretched is judged by where the bar lay on screen, which
 * in a draft is not where it is stored.
 * @param schedule of the draft; undefined while there is none
 */
export function moveOf(
  plan: Pick<Plan, "tasks">,
  edits: readonly PlanEdit[],
  schedule: Pick<Schedule, "task"> | undefined,
  { id, start, finish }: GanttChange,
): PlanEdit {
  const move = { kind: "move" as const, taskId: id, startDate: start, dueDate: finish };
  const task = plan.tasks.find((each) => each.id === id);
  if (!task) return move;
  const at = schedule?.task(id) ?? task;
  const drafted = edits.find((edit) => edit.kind === "move" && edit.taskId === id);
  const durationDays = (drafted?.kind === "move" ? drafted.durationDays : undefined) ?? task.durationDays;
  const shown = { milestone: task.milestone, startDate: at.start, dueDate: at.finish, durationDays };
  return { ...move, durationDays: dragged(shown, move).durationDays };
}
