import { calendarDate, unwrap } from "@yutu/kernel";
import { STANDARD_CALENDAR } from "../calendar/presets.ts";
import { parsePredecessors } from "../shorthand/parse.ts";
import type { Link, Plan, TaskInput } from "./model.ts";

/**
 * A plan from a few lines such as `b 3: a, c SS+1d` (id, working days, predecessors in shorthand), for tests. Starts on
 * Monday 2026-03-02 in weeks of five days.
 */
export function sketchPlan(lines: readonly string[], extra: Partial<Plan> = {}): Plan {
  const tasks: TaskInput[] = [];
  const links: Link[] = [];
  for (const line of lines) {
    const [head = "", predecessors = ""] = line.split(":");
    const [id = "", days = "0"] = head.trim().split(/\s+/);
    tasks.push({ id, durationDays: Number(days) });
    for (const { ref, type, lag } of unwrap(parsePredecessors(predecessors))) {
      links.push({ from: ref, to: id, type, ...(lag && { lag }) });
    }
  }
  const direction = { kind: "from-start", start: calendarDate("2026-03-02") } as const;
  return { tasks, links, direction, calendar: STANDARD_CALENDAR, ...extra };
}

/** The plan with some tasks given further values. */
export const withTasks = (plan: Plan, values: Readonly<Record<string, Partial<TaskInput>>>): Plan => ({
  ...plan,
  tasks: plan.tasks.map((task) => ({ ...task, ...values[task.id] })),
});
