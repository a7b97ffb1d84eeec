import type { CalendarDate, Currency } from "@yutu/kernel";
import type { PreparedNetwork } from "../network/prepared-network.ts";
import type { Baseline } from "./model.ts";

/** Freezes the dates of a network together with each task's own budget. */
export function captureBaseline(
  network: PreparedNetwork,
  about: { readonly id: string; readonly name: string; readonly takenOn: CalendarDate; readonly currency: Currency },
  budgetMinorOf: (taskId: string) => number,
): Baseline {
  const names = new Map(network.plan.tasks.map((task) => [task.id, task.name ?? task.id]));
  const tasks = network.schedule.tasks.map(({ id, start, finish, durationDays }) => ({
    taskId: id,
    name: names.get(id) ?? id,
    start,
    finish,
    durationDays,
    budgetMinor: budgetMinorOf(id),
  }));
  return { ...about, tasks };
}
