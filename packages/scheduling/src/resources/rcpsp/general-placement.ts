import { advance, type CalendarIndex, endBefore, finishOf } from "./calendar-index.ts";
import type { Compiled, CompiledCandidate, CompiledTeam } from "./compile.ts";
import { BINDS_FINISH, FROM_FINISH } from "./compile-links.ts";
import { seatTeam } from "./seat-team.ts";

const NEVER = -1;
const NOBODY: readonly CompiledCandidate[] = [];

/**
 * Places one task after the others: with calendars, pinned work and people out of pools. Shares the buffers of the
 * decoder that owns it. A task whose only need is one person pauses on that person's time off; a team of several has to
 * be there on every slot that the task works.
 */
export class GeneralPlacement {
  readonly chosen: (readonly number[])[];
  private readonly seats: Int32Array;
  private startBound = 0;
  private finishBound = 0;
  /** What the last successful probe found. */
  private calendar: CalendarIndex | null = null;
  private index = NEVER;
  private people = NOBODY;

  constructor(
    private readonly compiled: Compiled,
    private readonly start: Int32Array,
    private readonly finish: Int32Array,
    private readonly free: Int32Array,
  ) {
    this.chosen = Array.from({ length: compiled.n }, () => []);
    const widest = compiled.teams.reduce((most, team) => Math.max(most, team?.length ?? 0), 0);
    this.seats = new Int32Array(widest);
  }

  /** Writes the dates of pinned tasks; their units are already gone from the capacity. */
  placePinned(): void {
    const { n, pinned, duration, horizon, calendar } = this.compiled;
    for (let task = 0; task < n; task++) {
      const at = pinned[task] ?? -1;
      if (at < 0) continue;
      const end = finishOf(calendar[task] ?? null, at, duration[task] ?? 0, horizon);
      this.start[task] = at;
      this.finish[task] = end < 0 ? horizon : end;
    }
  }

  /** Gives `task` its earliest feasible start; false when the horizon ends first. */
  place(task: number, origin: number): boolean {
    if (this.probe(task, origin) < 0) return false;
    this.commit(task);
    return true;
  }

  /** The earliest feasible start of `task`, all its predecessors being placed; −1 when there is none. */
  probe(task: number, origin: number): number {
    this.bound(task, origin);
    const length = this.compiled.duration[task] ?? 0;
    const calendar = this.compiled.calendar[task] ?? null;
    const team = this.compiled.teams[task] ?? null;
    if (length === 0) {
      const at = Math.max(this.startBound, this.finishBound);
      return this.found(null, at <= this.compiled.horizon ? at : NEVER, NOBODY);
    }
    if (team === null) {
      const first = this.firstIndex(calendar, length);
      return this.found(calendar, this.window(task, calendar, length, first, null), NOBODY);
    }
    return team.length === 1
      ? this.probeOne(task, team[0] ?? [], length)
      : this.probeTeam(task, team, calendar, length);
  }

  /** Takes the units for what the last probe found. */
  commit(task: number): void {
    const { demandBegin, demandBase, demandBits, duration } = this.compiled;
    const { free, calendar, index, people } = this;
    const length = duration[task] ?? 0;
    const last = demandBegin[task + 1] ?? 0;
    for (let k = index; k < index + length; k++) {
      const slot = calendar === null ? k : (calendar.slotAt[k] as number);
      for (let at = demandBegin[task] ?? 0; at < last; at++) {
        const word = (demandBase[at] as number) + slot;
        free[word] = (free[word] as number) - (demandBits[at] as number);
      }
      for (const person of people) free[person.base + slot] = (free[person.base + slot] as number) - person.bits;
    }
    this.chosen[task] = people.map((person) => person.resource);
    this.start[task] = calendar === null ? index : (calendar.slotAt[index] ?? 0);
    this.finish[task] = this.endOf(calendar, index, length);
  }

  private endOf(calendar: CalendarIndex | null, index: number, length: number): number {
    return calendar === null ? index + length : (calendar.slotAt[index + length - 1] ?? 0) + 1;
  }

  private found(calendar: CalendarIndex | null, index: number, people: readonly CompiledCandidate[]): number {
    this.calendar = calendar;
    this.index = index;
    this.people = people;
    return index < 0 || calendar === null ? index : (calendar.slotAt[index] ?? NEVER);
  }

  /** Sets the earliest start and finish that the links, the release and the origin allow. */
  private bound(task: number, origin: number): void {
    const { release, predBegin, predTask, predKind, predLag, predCalendar, calendars } = this.compiled;
    this.startBound = Math.max(origin, release[task] ?? 0);
    this.finishBound = 0;
    const last = predBegin[task + 1] ?? 0;
    for (let link = predBegin[task] ?? 0; link < last; link++) {
      const kind = predKind[link] ?? 0;
      const before = predTask[link] ?? 0;
      const from = this.linkFrom(kind, before);
      const bound = advance(calendars[predCalendar[link] ?? -1] ?? null, from, predLag[link] ?? 0);
      if (kind & BINDS_FINISH) this.finishBound = Math.max(this.finishBound, bound);
      else this.startBound = Math.max(this.startBound, bound);
    }
  }

  /** The end of the predecessor that a link is measured from. */
  private linkFrom(kind: number, before: number): number {
    if (kind & FROM_FINISH) return this.finish[before] ?? 0;
    const start = this.start[before] ?? 0;
    return kind & BINDS_FINISH ? endBefore(this.compiled.calendar[before] ?? null, start) : start;
  }

  /** First working index of the calendar at which `length` slots satisfy both bounds. */
  private firstIndex(calendar: CalendarIndex | null, length: number): number {
    if (calendar === null) return Math.max(this.startBound, this.finishBound - length);
    const { horizon } = this.compiled;
    const first = calendar.indexAt[Math.min(this.startBound, horizon)] ?? 0;
    if (this.finishBound <= 0) return first;
    if (this.finishBound > horizon) return calendar.slotAt.length;
    return Math.max(first, (calendar.indexAt[this.finishBound - 1] ?? 0) - length + 1);
  }

  /** Earliest working index from `from` on with `length` free slots, or −1 when there is none. */
  private window(
    task: number,
    calendar: CalendarIndex | null,
    length: number,
    from: number,
    extra: CompiledCandidate | null,
  ): number {
    const size = calendar === null ? this.compiled.horizon : calendar.slotAt.length;
    let index = from;
    while (index + length <= size) {
      const short = this.shortOfDemand(task, calendar, index, length);
      const busy = extra === null ? NEVER : this.busy(extra, calendar, index, length);
      const conflict = Math.max(short, busy);
      if (conflict < 0) return index;
      index = conflict + 1;
    }
    return NEVER;
  }

  /** Last working index in [from, from + length) on which a named resource is short, or −1. */
  private shortOfDemand(task: number, calendar: CalendarIndex | null, from: number, length: number): number {
    const { demandBegin, demandBase, demandBits, demandGuard } = this.compiled;
    const { free } = this;
    const first = demandBegin[task] ?? 0;
    const last = demandBegin[task + 1] ?? 0;
    if (first === last) return NEVER;
    for (let index = from + length - 1; index >= from; index--) {
      const slot = calendar === null ? index : (calendar.slotAt[index] as number);
      for (let at = first; at < last; at++) {
        const guard = demandGuard[at] as number;
        const left = (free[(demandBase[at] as number) + slot] as number) - (demandBits[at] as number);
        if ((left & guard) !== guard) return index;
      }
    }
    return NEVER;
  }

  /** Last working index in [from, from + length) on which a person is taken, or −1. */
  private busy(person: CompiledCandidate, calendar: CalendarIndex | null, from: number, length: number): number {
    const { free } = this;
    const { base, bits, guard } = person;
    for (let index = from + length - 1; index >= from; index--) {
      const slot = calendar === null ? index : (calendar.slotAt[index] as number);
      if ((((free[base + slot] as number) - bits) & guard) !== guard) return index;
    }
    return NEVER;
  }

  /** One person: whoever finishes first; among equals the least versatile. */
  private probeOne(task: number, candidates: readonly CompiledCandidate[], length: number): number {
    let best: CompiledCandidate | null = null;
    let bestIndex = NEVER;
    let bestFinish = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
      const { calendar } = candidate;
      const index = this.window(task, calendar, length, this.firstIndex(calendar, length), candidate);
      if (index < 0) continue;
      const end = this.endOf(calendar, index, length);
      if (end >= bestFinish) continue;
      best = candidate;
      bestIndex = index;
      bestFinish = end;
    }
    return best === null ? NEVER : this.found(best.calendar, bestIndex, [best]);
  }

  /** Several people: the first window on which distinct free people fill every seat. */
  private probeTeam(task: number, team: CompiledTeam, calendar: CalendarIndex | null, length: number): number {
    let index = this.firstIndex(calendar, length);
    for (;;) {
      index = this.window(task, calendar, length, index, null);
      if (index < 0) return NEVER;
      const at = index;
      let next = Number.MAX_SAFE_INTEGER;
      const isFree = (candidate: CompiledCandidate): boolean => {
        const conflict = this.busy(candidate, calendar, at, length);
        if (conflict >= 0) next = Math.min(next, conflict + 1);
        return conflict < 0;
      };
      const people = seatTeam(team, isFree, this.seats);
      if (people !== null) return this.found(calendar, index, people);
      // Nothing changes for the better before somebody's last conflict has passed.
      index = next;
    }
  }
}
