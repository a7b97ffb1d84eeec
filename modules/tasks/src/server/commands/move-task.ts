import type { Call } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { taskProblems } from "../../domain/problems.ts";
import { holdTask } from "../access.ts";
import { rankBefore } from "../rank-cards.ts";
import { changeTask, type TaskChange } from "./change-task.ts";
import { followUp, type Updated } from "./update-task.ts";

interface CardMove extends Pick<TaskChange, "status" | "phaseId" | "assigneeIds" | "channel" | "priority"> {
  readonly beforeId: string | null;
  readonly despiteBlockers: boolean;
}

/** Puts a card directly above another one, with what its new column and lane mean; moves at the same moment follow one another. */
export async function moveTask(
  call: Call,
  taskId: string,
  move: CardMove,
): Promise<Result<Omit<Updated, "changeId">, Problem>> {
  const held = await holdTask(call, taskId);
  if (!held.ok) return held;
  const { task, project } = held.value;
  const { beforeId, despiteBlockers, ...change } = move;
  const rank = beforeId === taskId ? task.rank : await rankBefore(call.tx, project.id, taskId, beforeId);
  if (rank === undefined)
    return err(problem(taskProblems.unknownTask, "The card to stand above is not in this project."));
  const changed = await changeTask(call, held.value, { ...change, rank }, { despiteBlockers });
  if (!changed.ok) return changed;
  const pushed = await followUp(call, project, changed.value);
  return pushed.ok ? ok({ task: changed.value.row, project, pushed: pushed.value }) : pushed;
}
