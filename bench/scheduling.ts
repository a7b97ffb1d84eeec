import { pathToFileURL } from "node:url";
import { addDays, calendarDate, unwrap } from "@yutu/kernel";
import {
  chinaCalendar,
  compileCalendar,
  type Plan,
  type PlanChange,
  prepareNetwork,
  schedulePlan,
  whatMoves,
} from "@yutu/scheduling";
import { samplePlan, seededNumbers } from "../packages/scheduling/src/network/sample-plan.ts";
import { type BenchRow, measure, printRows } from "./measure.ts";

const SIZES = [10_000, 40_000] as const;

/** Three links for two tasks, as plans of campaigns have them. */
const planOf = (tasks: number, direction: Plan["direction"]["kind"] = "from-start"): Plan =>
  samplePlan({ tasks, links: tasks * 1.5, seed: 1, milestones: 0.05, direction });

/** A source of drags by a week and changed durations, one random task after the other, each previewed by itself. */
function previewsOf(plan: Plan): () => number {
  const network = unwrap(prepareNetwork(plan));
  const random = seededNumbers(7);
  return () => {
    const task = network.plan.tasks[Math.floor(random() * network.plan.tasks.length)];
    const taskId = task?.id ?? "";
    const start = network.schedule.task(taskId)?.start ?? calendarDate("2026-01-05");
    const change: PlanChange =
      random() < 0.5
        ? { kind: "move", taskId, start: addDays(start, 7) }
        : { kind: "set-duration", taskId, durationDays: 2 + Math.floor(random() * 10) };
    return unwrap(whatMoves(network, change)).moves.length;
  };
}

/** Times scheduling by number of tasks, and calendar questions by their number. */
export function benchScheduling(): BenchRow[] {
  const calendar = unwrap(compileCalendar(chinaCalendar()));
  const from = calendarDate("2026-01-05");
  return [
    measure("full: check, schedule, slack, all rows", SIZES, planOf, (plan) => unwrap(schedulePlan(plan)).tasks, 15),
    measure(
      "full, laid backwards from anchors",
      SIZES,
      (n) => planOf(n, "from-anchors"),
      (plan) => unwrap(schedulePlan(plan)).tasks,
      15,
    ),
    measure(
      "what one change moves",
      SIZES,
      (n) => previewsOf(planOf(n)),
      (preview) => preview(),
      301,
    ),
    measure(
      "what one change moves, laid from anchors",
      SIZES,
      (n) => previewsOf(planOf(n, "from-anchors")),
      (preview) => preview(),
      301,
    ),
    measure(
      "working days added to a date",
      [100_000, 400_000],
      (n) => n,
      (n) => {
        for (let i = 0; i < n; i++) calendar.addWorkingDays(from, i % 500);
      },
    ),
    measure(
      "working minutes added to an instant",
      [100_000, 400_000],
      (n) => n,
      (n) => {
        for (let i = 0; i < n; i++) calendar.addWorkingMinutes(29_500_000 + i, i % 5000);
      },
    ),
  ];
}

/** Prints the figures; medians of many runs, the exponent of growth between the two sizes. */
export function run(): Promise<readonly BenchRow[]> {
  const rows = benchScheduling();
  printRows("Scheduling (tasks, 1.5 links each)", rows);
  return Promise.resolve(rows);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await run();
