import { type Subscriber, subscribe } from "@yutu/application";
import { projectCreated, projectStatusChanged } from "@yutu/projects/domain";
import { layTasks } from "./commands/lay-tasks.ts";

export const subscribers: readonly Subscriber[] = [
  subscribe("tasks.lay-plan", projectCreated, ({ tx }, { payload }) => layTasks(tx, payload)),
  // The dates that were approved are what slippage is measured against.
  subscribe("tasks.keep-baseline", projectStatusChanged, async ({ tx }, { payload }) => {
    if (payload.to !== "approved") return;
    await tx.query(
      "UPDATE tasks SET baseline_start = start_date, baseline_due = due_date WHERE project_id = $1 AND deleted_at IS NULL AND baseline_due IS NULL",
      [payload.projectId],
    );
  }),
];
