import { addDays, type CalendarDate, calendarDate } from "@yutu/kernel";
import { chinaCalendar } from "../calendar/china/public-holidays.ts";
import { EVERY_DAY_CALENDAR } from "../calendar/presets.ts";
import type { Constraint, Direction, Lag, Link, LinkType, Plan, TaskInput } from "./model.ts";

/** Numbers in [0, 1) from a 32-bit seed (mulberry32, Tommy Ettinger 2017, public domain); equal seeds, equal numbers. */
export function seededNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SampleOptions {
  readonly tasks: number;
  readonly links: number;
  readonly seed: number;
  readonly direction?: Direction["kind"];
  /** Shares of tasks, 0..1, that carry a limit, a fixed date or progress, or are parts of summaries. Default 0. */
  readonly constrained?: number;
  readonly progressed?: number;
  readonly grouped?: number;
  readonly milestones?: number;
  /** All link types with lags instead of FS without. Default false. */
  readonly mixedLinks?: boolean;
  /** How far back in the plan a predecessor may lie; default a twentieth of the tasks. */
  readonly reach?: number;
}

const START: CalendarDate = calendarDate("2026-01-05");
const CALENDAR = chinaCalendar();

export type Pick = (upTo: number) => number;

export function sampleLag(pick: Pick): Lag | null {
  const days = pick(8) - 3;
  const kinds: readonly (Lag | null)[] = [
    null,
    { kind: "working-days", days },
    { kind: "calendar-days", days },
    { kind: "percent", percent: (pick(9) - 4) * 25 },
  ];
  return kinds[pick(kinds.length)] ?? null;
}

export function sampleConstraint(pick: Pick, span: number): Constraint {
  const date = addDays(START, pick(span));
  const dated = ["SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"] as const;
  const roll = pick(10);
  if (roll === 0) return { kind: "FIXED", start: date, finish: addDays(date, pick(6)) };
  if (roll === 1) return { kind: "ASAP" };
  if (roll <= 3) return { kind: "ALAP" };
  return { kind: dated[pick(dated.length)] ?? "SNET", date };
}

function sampleTask(i: number, options: SampleOptions, random: () => number, groups: number): TaskInput {
  const pick: Pick = (upTo) => Math.floor(random() * upTo);
  const { constrained = 0, progressed = 0, grouped = 0, milestones = 0 } = options;
  const milestone = random() < milestones;
  const task: TaskInput = { id: `t${i}`, name: `Task ${i}`, durationDays: milestone ? 0 : 1 + pick(9) };
  const start = addDays(START, pick(40));
  const done = random() < 0.5;
  return {
    ...task,
    ...(groups > 0 && random() < grouped && { parentId: `s${pick(groups)}` }),
    ...(pick(6) === 0 && options.mixedLinks && { calendarId: EVERY_DAY_CALENDAR.id }),
    ...(random() < constrained && { constraint: sampleConstraint(pick, 120) }),
    ...(random() < constrained / 3 && { deadline: addDays(START, pick(200)) }),
    ...(random() < progressed && {
      progress: done ? { start, finish: addDays(start, pick(9)) } : { start, percentComplete: pick(100) },
    }),
  };
}

/** Adds a link unless it is there already; a link always leads to a later task, so there are no circles. */
function sampleLinks(options: SampleOptions, random: () => number, groups: number): Link[] {
  const { tasks, links, mixedLinks = false, reach = Math.max(2, tasks / 20) } = options;
  const pick: Pick = (upTo) => Math.floor(random() * upTo);
  const types: readonly LinkType[] = mixedLinks ? ["FS", "FS", "SS", "FF", "SF"] : ["FS"];
  const known = new Set<string>();
  const list: Link[] = [];
  for (let tries = 0; list.length < links && tries < links * 20; tries++) {
    const to = 1 + pick(tasks - 1);
    const from = Math.max(0, to - 1 - pick(reach));
    const type = types[pick(types.length)] ?? "FS";
    const key = `${from} ${to} ${type}`;
    if (known.has(key)) continue;
    known.add(key);
    const lag = mixedLinks ? sampleLag(pick) : null;
    list.push({ from: `t${from}`, to: `t${to}`, type, ...(lag !== null && { lag }) });
  }
  for (let g = 0; g < groups; g++) {
    const later = `t${tasks - 1 - pick(Math.ceil(tasks / 10))}`;
    list.push({ from: `s${g}`, to: later, type: pick(2) === 0 ? "FS" : "SS" });
  }
  return list;
}

/**
 * A synthetic plan for benchmarks and tests, the same for the same options. Parts of summaries come from the first half
 * of the tasks and summaries are linked to the last tenth, so links between them never go round.
 */
export function samplePlan(options: SampleOptions): Plan {
  const random = seededNumbers(options.seed);
  const groups = options.grouped === undefined ? 0 : Math.max(1, Math.floor(options.tasks / 20));
  const half = Math.floor(options.tasks / 2);
  const leaves = Array.from({ length: options.tasks }, (_, i) => sampleTask(i, options, random, i < half ? groups : 0));
  const used = new Set(leaves.map((task) => task.parentId));
  const summaries: TaskInput[] = Array.from({ length: groups }, (_, g) => ({ id: `s${g}`, durationDays: 0 }));
  const kept = summaries.filter((summary) => used.has(summary.id));
  const ids = new Set(kept.map((summary) => summary.id));
  const links = sampleLinks(options, random, groups).filter((l) => !l.from.startsWith("s") || ids.has(l.from));
  const last = `t${options.tasks - 1}`;
  const anchor = { taskId: `t${Math.floor(options.tasks * 0.8)}`, date: calendarDate("2026-11-11") };
  const directions: Record<Direction["kind"], Direction> = {
    "from-start": { kind: "from-start", start: START },
    "from-finish": { kind: "from-finish", finish: calendarDate("2026-11-11") },
    "from-anchors": { kind: "from-anchors", anchors: [anchor, { taskId: last, date: calendarDate("2026-12-12") }] },
  };
  return {
    tasks: [...kept, ...leaves],
    links,
    direction: directions[options.direction ?? "from-start"],
    calendar: CALENDAR,
    calendars: [EVERY_DAY_CALENDAR],
  };
}
