import { type CalendarDate, calendarDate, fromEpochDay, toEpochDay, unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { type CompiledCalendar, compileCalendar } from "../calendar/compiled-calendar.ts";
import type { Direction, Link, Plan, ScheduledTask, TaskInput } from "./model.ts";
import { prepareNetwork } from "./prepared-network.ts";
import { samplePlan, seededNumbers } from "./sample-plan.ts";
import type { Schedule } from "./schedule.ts";

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
const DIRECTIONS: readonly Direction["kind"][] = ["from-start", "from-finish", "from-anchors"];
const MIXED = { tasks: 40, links: 60, mixedLinks: true, milestones: 0.1, grouped: 0.3 };

const solved = (plan: Plan): Schedule => unwrap(prepareNetwork(plan)).schedule;

/** A second reading of the rules that walks day by day over the calendar and knows no counts. */
class DayWalker {
  readonly #plan: Plan;
  readonly #rows: ReadonlyMap<string, ScheduledTask>;
  readonly #calendars = new Map<string, CompiledCalendar>();
  readonly #tasks: ReadonlyMap<string, TaskInput>;

  constructor(plan: Plan, rows: ReadonlyMap<string, ScheduledTask>) {
    this.#plan = plan;
    this.#rows = rows;
    for (const c of [plan.calendar, ...(plan.calendars ?? [])]) this.#calendars.set(c.id, unwrap(compileCalendar(c)));
    this.#tasks = new Map(plan.tasks.map((t) => [t.id, t]));
  }

  works(taskId: string, day: number): boolean {
    const id = this.#tasks.get(taskId)?.calendarId ?? this.#plan.calendar.id;
    return this.#calendars.get(id)?.isWorkingDay(fromEpochDay(day)) ?? false;
  }

  /** The boundary `days` working days after a boundary between days, walking over the task's calendar. */
  walk(taskId: string, boundary: number, days: number): number {
    let at = boundary;
    for (let left = days; left > 0; at++) if (this.works(taskId, at)) left -= 1;
    for (let left = -days; left > 0; ) {
      at -= 1;
      if (this.works(taskId, at)) left -= 1;
    }
    // A lead ends where the day before it ended work, not where the next one opens.
    if (days < 0) while (!this.works(taskId, at - 1)) at -= 1;
    return at;
  }

  /** Working days with which a task really works between two dates. */
  workedDays(taskId: string, from: CalendarDate, to: CalendarDate): number {
    let days = 0;
    for (let d = toEpochDay(from); d <= toEpochDay(to); d++) if (this.works(taskId, d)) days += 1;
    return days;
  }

  /** Whether two scheduled tasks keep a link. */
  keeps(link: Link, from: ScheduledTask, to: ScheduledTask): boolean {
    const type = link.type ?? "FS";
    const out = type === "FS" || type === "FF" ? this.finish(from) : this.start(from);
    const closing = type === "SF" ? this.#close(from, out) : out;
    const planned = this.#tasks.get(link.from)?.durationDays ?? 0;
    const { lag } = link;
    const days =
      lag?.kind === "percent"
        ? Math.sign(lag.percent) * Math.round((Math.abs(lag.percent) * planned) / 100)
        : (lag?.days ?? 0);
    const required =
      lag?.kind === "calendar-days" ? closing + days : days === 0 ? closing : this.walk(link.to, closing, days);
    return required <= (type === "FS" || type === "SS" ? this.start(to) : this.finish(to));
  }

  /** The boundary at which a task starts. A milestone is a boundary itself; `marksEnd` ones are shown a day earlier. */
  start(task: ScheduledTask): number {
    if (task.kind === "summary") return Math.min(...this.#parts(task).map((part) => this.start(part)));
    return toEpochDay(task.start) + (task.kind === "milestone" && this.marksEnd(task.id) ? 1 : 0);
  }

  finish(task: ScheduledTask): number {
    if (task.kind === "summary") return Math.max(...this.#parts(task).map((part) => this.finish(part)));
    return task.kind === "milestone" ? this.start(task) : toEpochDay(task.finish) + 1;
  }

  #parts(summary: ScheduledTask): ScheduledTask[] {
    return [...this.#rows.values()].filter((row) => this.#tasks.get(row.id)?.parentId === summary.id);
  }

  marksEnd(taskId: string): boolean {
    const kind = this.#tasks.get(taskId)?.constraint?.kind;
    if (kind === "FNET" || kind === "FNLT" || kind === "MFO") return true;
    if (kind !== undefined && kind !== "ASAP" && kind !== "ALAP") return false;
    const { direction } = this.#plan;
    if (direction.kind === "from-anchors" && direction.anchors.some((a) => a.taskId === taskId)) return false;
    return this.#plan.links.some((link) => link.to === taskId);
  }

  #close(task: ScheduledTask, boundary: number): number {
    if (task.kind !== "task") return boundary;
    let at = boundary;
    while (!this.works(task.id, at - 1)) at -= 1;
    return at;
  }
}

const rowsById = (schedule: Schedule): Map<string, ScheduledTask> => new Map(schedule.tasks.map((t) => [t.id, t]));

/** Links of a plan that its schedule does not keep, as text. */
function brokenLinks(plan: Plan, rows: ReadonlyMap<string, ScheduledTask>): string[] {
  const walker = new DayWalker(plan, rows);
  return plan.links.flatMap((link) => {
    const from = rows.get(link.from);
    const to = rows.get(link.to);
    if (from === undefined || to === undefined || walker.keeps(link, from, to)) return [];
    return [`${link.from} ${link.type} ${link.to} ${JSON.stringify(link.lag ?? null)}`];
  });
}

describe("a schedule", () => {
  it.each(DIRECTIONS)("laid %s breaks no link and works exactly its durations", (direction) => {
    for (const seed of SEEDS) {
      const plan = samplePlan({ ...MIXED, seed, direction });
      const rows = rowsById(solved(plan));
      expect(brokenLinks(plan, rows), `seed ${seed}`).toEqual([]);
      const walker = new DayWalker(plan, rows);
      for (const row of rows.values()) {
        if (row.kind !== "task") continue;
        expect(walker.workedDays(row.id, row.start, row.finish)).toBe(row.durationDays);
        expect(walker.works(row.id, toEpochDay(row.start)) && walker.works(row.id, toEpochDay(row.finish))).toBe(true);
      }
    }
  });

  it.each(DIRECTIONS)("laid %s keeps every limit that it does not name as a conflict", (direction) => {
    for (const seed of SEEDS) {
      const plan = samplePlan({ ...MIXED, seed, direction, constrained: 0.4 });
      const schedule = solved(plan);
      const rows = rowsById(schedule);
      const walker = new DayWalker(plan, rows);
      const named = new Set(schedule.conflicts.map((c) => `${c.taskId} ${c.rule}`));
      for (const { id, constraint, deadline } of plan.tasks) {
        const row = rows.get(id);
        if (row === undefined) continue;
        const where = `seed ${seed} ${id} ${JSON.stringify(constraint)} ${row.start}..${row.finish}`;
        if (deadline !== undefined && !named.has(`${id} deadline`)) expect(row.finish <= deadline, where).toBe(true);
        if (constraint === undefined || !("date" in constraint)) continue;
        const { kind, date } = constraint;
        if (kind === "SNET" || kind === "MSO") expect(row.start >= date, where).toBe(true);
        if (kind === "FNET") expect(row.finish >= date, where).toBe(true);
        if (named.has(`${id} ${kind}`)) continue;
        if (kind === "SNLT") expect(row.start <= date, where).toBe(true);
        if (kind === "FNLT" || kind === "MFO") expect(row.finish <= date, where).toBe(true);
        if (kind === "MSO") expect(walker.workedDays(id, date, row.start) <= 1, where).toBe(true);
      }
    }
  });

  it("starts every task as early as its rules allow: a day earlier breaks one", () => {
    for (const seed of SEEDS) {
      const plan = samplePlan({ ...MIXED, grouped: 0, seed });
      const rows = rowsById(solved(plan));
      const walker = new DayWalker(plan, rows);
      const first = plan.direction.kind === "from-start" ? toEpochDay(plan.direction.start) : 0;
      for (const row of rows.values()) {
        const incoming = plan.links.filter((link) => link.to === row.id);
        const start = earlierStart(walker, row);
        const shifted = shift(walker, row, start);
        const allowed =
          walker.start(shifted) >= first &&
          incoming.every((link) => {
            const from = rows.get(link.from);
            return from !== undefined && walker.keeps(link, from, shifted);
          });
        expect(allowed, `seed ${seed}: ${row.id} could start on ${shifted.start}`).toBe(false);
      }
    }
  });

  it("takes at least as long as any chain of finish-to-start links", () => {
    for (const seed of SEEDS) {
      const plan = samplePlan({ tasks: 60, links: 90, seed });
      const schedule = solved(plan);
      const longest = new Map<string, number>();
      for (const task of plan.tasks) {
        const before = plan.links.filter((l) => l.to === task.id).map((l) => longest.get(l.from) ?? 0);
        longest.set(task.id, task.durationDays + Math.max(0, ...before));
      }
      const chain = Math.max(...longest.values());
      const span = schedule.span;
      if (span === null) throw new Error("the sample has tasks");
      const worked = unwrap(compileCalendar(plan.calendar)).countWorkingDays(span.start, span.finish);
      // One calendar and no lags: the longest chain is the whole of it, and the critical path is such a chain.
      expect(worked).toBe(chain);
      const [path] = schedule.criticalPaths(1).paths;
      const days = path?.taskIds.map((id) => plan.tasks.find((t) => t.id === id)?.durationDays ?? 0) ?? [];
      expect(days.reduce((a, b) => a + b, 0)).toBe(chain);
    }
  });
});

/** The day before which the task's start would have to lie to be a step earlier. */
function earlierStart(walker: DayWalker, row: ScheduledTask): number {
  let day = walker.start(row) - 1;
  if (row.kind === "task") while (!walker.works(row.id, day)) day -= 1;
  return day;
}

/** The task moved to start on an earlier working day. */
function shift(walker: DayWalker, row: ScheduledTask, start: number): ScheduledTask {
  if (row.kind !== "task") {
    const date = fromEpochDay(start - (walker.marksEnd(row.id) ? 1 : 0));
    return { ...row, start: date, finish: date };
  }
  let finish = start - 1;
  for (let left = row.durationDays; left > 0; ) {
    finish += 1;
    if (walker.works(row.id, finish)) left -= 1;
  }
  return { ...row, start: fromEpochDay(start), finish: fromEpochDay(finish) };
}

describe("forward and backward", () => {
  it("agree: late dates are the dates of the plan laid backwards from its finish", () => {
    for (const seed of SEEDS) {
      const sample = samplePlan({ ...MIXED, seed });
      // Laid backwards, what waits for the start of a summary holds all its parts, not only the one that leads.
      const plan = { ...sample, links: sample.links.filter((l) => !(l.from.startsWith("s") && l.type === "SS")) };
      const forward = solved(plan);
      const finish = forward.span?.finish ?? calendarDate("2026-12-31");
      const backward = solved({ ...plan, direction: { kind: "from-finish", finish } });
      // A milestone that opens a day stands on the boundary after the finish, which is shown as the next day.
      const opensAfter = forward.tasks.some((t) => t.kind === "milestone" && t.finish === finish);
      if (opensAfter) continue;
      const leaves = (s: Schedule, late: boolean) =>
        s.tasks
          .filter((t) => t.kind !== "summary")
          .map((t) => `${t.id} ${late ? t.lateStart : t.start} ${late ? t.lateFinish : t.finish}`);
      expect(leaves(backward, false), `seed ${seed}`).toEqual(leaves(forward, true));
      expect(backward.conflicts).toEqual([]);
    }
  });
  it("leave a late schedule that keeps every link too", () => {
    for (const seed of SEEDS) {
      const plan = samplePlan({ ...MIXED, grouped: 0, seed });
      const rows = rowsById(solved(plan));
      const late = new Map([...rows].map(([id, t]) => [id, { ...t, start: t.lateStart, finish: t.lateFinish }]));
      expect(brokenLinks(plan, late)).toEqual([]);
      for (const t of rows.values()) {
        expect(t.earlyStart <= t.start && t.start <= t.lateStart).toBe(true);
        expect(t.totalSlackDays).toBeGreaterThanOrEqual(t.freeSlackDays);
        expect(t.freeSlackDays).toBeGreaterThanOrEqual(0);
      }
      expect(Math.min(...[...rows.values()].map((t) => t.totalSlackDays))).toBe(0);
    }
  });
});

describe("order of input", () => {
  it.each(DIRECTIONS)("does not matter, laid %s", (direction) => {
    for (const seed of SEEDS) {
      const plan = samplePlan({ ...MIXED, seed, direction, constrained: 0.3, progressed: 0.1 });
      const random = seededNumbers(seed);
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const other = solved({ ...plan, tasks: shuffled(plan.tasks), links: shuffled(plan.links) });
      const sorted = (s: Schedule) => [...s.tasks].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(other)).toEqual(sorted(solved(plan)));
    }
  });
});

describe("why", () => {
  it.each(DIRECTIONS)("ends at a rule and never in a circle, laid %s", (direction) => {
    for (const seed of SEEDS) {
      const plan = samplePlan({ ...MIXED, seed, direction, constrained: 0.3, progressed: 0.1 });
      const schedule = solved(plan);
      for (const { id } of plan.tasks) {
        const steps = schedule.why(id) ?? [];
        expect(steps[0]?.taskId).toBe(id);
        expect(["link", "successor", "summary"], `seed ${seed} ${id}`).not.toContain(steps.at(-1)?.driver.kind);
      }
    }
  });
});
