import type { CallInput, OperationOutput } from "@yutu/contract";
import type { tasks } from "../contract/index.ts";

export type TaskRow = OperationOutput<typeof tasks.listTasks>["items"][number];
export type Task = OperationOutput<typeof tasks.getTask>;
export type TaskBody = CallInput<typeof tasks.updateTask>["body"];
export type TaskPatch = Omit<NonNullable<TaskBody>, "expectedVersion" | "despiteBlockers">;
