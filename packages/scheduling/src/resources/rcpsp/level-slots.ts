import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { type LevellingProblemCode, levellingNoRoom } from "../problems.ts";
import { createRandom } from "../random.ts";
import { distances } from "./bounds.ts";
import { indexCalendar } from "./calendar-index.ts";
import { canonicalOrder } from "./canonical-order.ts";
import { compile } from "./compile.ts";
import { decodeList } from "./decode-list.ts";
import type { SlotDelay } from "./explain.ts";
import { explainAll } from "./explain-all.ts";
import { checkFeasible } from "./feasibility.ts";
import { GeneticSearch, type SearchOutcome } from "./genetic.ts";
import { lowerBound, unconstrained } from "./lower-bound.ts";
import { mirrorProject } from "./mirror.ts";
import type { SlotProject, SlotSchedule } from "./model.ts";
import { normalise } from "./normalise.ts";
import { type PinnedProject, placePinned } from "./pin.ts";
import { SerialDecoder } from "./serial-decoder.ts";
import { validateProject } from "./validate.ts";

export interface LevelOptions {
  /** Schedules that may be generated: the time budget, independent of the machine. Default 2,000. */
  readonly schedules?: number;
  /** Equal seeds give equal schedules. Default 1. */
  readonly seed?: number;
  /** The search ends at a schedule of this length without lateness, although a shorter one may exist. */
  readonly enoughSlots?: number;
}

/** Pinned work beyond what there is: reported, because pinned work does not move. */
export interface SlotOverload {
  readonly task: number;
  readonly resource: number;
  readonly fromSlot: number;
  readonly toSlot: number;
  readonly unitsOver: number;
}

export interface SlotLevelling {
  readonly schedule: SlotSchedule;
  /** No schedule is shorter than this. */
  readonly lowerBoundSlots: number;
  /** True when the schedule is proven shortest. */
  readonly optimal: boolean;
  readonly delays: readonly SlotDelay[];
  readonly overloads: readonly SlotOverload[];
  readonly schedulesUsed: number;
}

const DEFAULT_SCHEDULES = 2000;

type Refusal = Problem<LevellingProblemCode>;

/** The first task that finds no place when everything else is placed in canonical order. */
function noRoom(project: SlotProject, order: Int32Array, pinned: PinnedProject, horizon: number): Refusal {
  const decoder = new SerialDecoder(compile(pinned.project, pinned.original));
  decoder.finish.fill(-1);
  decoder.decode(
    Int32Array.from(order, (_, index) => index),
    0,
  );
  const stuck = decoder.finish.findIndex((finish) => finish < 0);
  const task = project.tasks[order[stuck] ?? -1]?.id ?? "";
  return problem(levellingNoRoom, `task ${task} finds no place within ${horizon} slots`, {
    params: { task, horizonSlots: horizon },
  });
}

function search(pinned: PinnedProject, options: LevelOptions, bound: number): SearchOutcome {
  const compiled = compile(pinned.project, pinned.original);
  const mirror = compile(mirrorProject(pinned.project, pinned.finish), pinned.original);
  return new GeneticSearch(compiled, mirror, distances(compiled), {
    schedules: Math.max(1, options.schedules ?? DEFAULT_SCHEDULES),
    random: createRandom(options.seed ?? 1),
    lowerBound: Math.max(bound, options.enoughSlots ?? 0),
  }).run();
}

/**
 * Resource levelling on integer time: start every task so that links, calendars and capacities hold, lateness against
 * due dates is least and, after that, the makespan is short. Stops early at a proven optimum. The answer does not depend
 * on the order in which tasks and links are listed.
 *
 * Cost: `schedules` × (links + slots looked at), about 40 ns per task and schedule without calendars.
 * Refuses: `scheduling/levelling-invalid-input`, `-cycle`, `-demand-above-capacity`, `-missing-skill`, `-no-room`; each
 * names the task and the rule.
 */
export function levelSlots(input: SlotProject, options: LevelOptions = {}): Result<SlotLevelling, Refusal> {
  const valid = validateProject(input);
  if (!valid.ok) return valid;
  const feasible = checkFeasible(input);
  if (!feasible.ok) return feasible;
  const ordered = canonicalOrder(input);
  if (!ordered.ok) return ordered;
  const order = ordered.value;
  const normal = normalise(input, order);
  const pinned = placePinned(normal, normal.calendars.map(indexCalendar));
  const free = unconstrained(pinned.project);
  if (free.makespan < 0) return err(noRoom(input, order, pinned, normal.horizon));
  const bound = lowerBound(pinned.project, compile(pinned.project, pinned.original), free);
  const outcome = search(pinned, options, bound);
  if (outcome.list === null) return err(noRoom(input, order, pinned, normal.horizon));
  const schedule = decodeList(input, pinned, order, outcome.list);
  return ok({
    schedule,
    lowerBoundSlots: bound,
    optimal: schedule.latenessSlots === 0 && schedule.makespanSlots <= bound,
    delays: explainAll(input, schedule),
    overloads: pinned.overloads.map((over) => ({ ...over, task: order[over.task] ?? 0 })),
    schedulesUsed: outcome.schedulesUsed,
  });
}
