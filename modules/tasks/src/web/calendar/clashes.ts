import type { CalendarTask } from "./use-calendar.ts";

/**
 * Tasks that take the same person in two projects at once. Ended work and milestones take nobody's time.
 * @returns ids of all tasks that collide, and how many pairs there are
 */
export function clashesOf(tasks: readonly CalendarTask[]): {
  readonly ids: ReadonlySet<string>;
  readonly pairs: number;
} {
  const byPerson = new Map<string, CalendarTask[]>();
  for (const task of tasks) {
    if (task.milestone || task.status === "done" || task.status === "cancelled") continue;
    for (const { memberId } of task.assignees) {
      const list = byPerson.get(memberId);
      if (list) list.push(task);
      else byPerson.set(memberId, [task]);
    }
  }
  const ids = new Set<string>();
  const pairs = new Set<string>();
  for (const list of byPerson.values()) {
    const ordered = list.toSorted((a, b) => a.startDate.localeCompare(b.startDate));
    ordered.forEach((a, i) => {
      for (const b of ordered.slice(i + 1)) {
        if (b.startDate > a.dueDate) break;
        if (a.projectId === b.projectId) continue;
        ids.add(a.id).add(b.id);
        pairs.add([a.id, b.id].sort().join(" "));
      }
    });
  }
  return { ids, pairs: pairs.size };
}
