import { type CalendarIndex, indexCalendar } from "./calendar-index.ts";
import { compileLinks, type LinkArrays } from "./compile-links.ts";
import type { NormalProject, NormalTask } from "./normalise.ts";
import { type Packing, packCapacity, packResources } from "./packing.ts";

/** A person who can take a seat: where their free units are, and what taking them subtracts. */
export interface CompiledCandidate {
  readonly resource: number;
  /** Offset of the person's word in `free`. */
  readonly base: number;
  readonly bits: number;
  readonly guard: number;
  /** Calendar of the task when this person alone does it. */
  readonly calendar: CalendarIndex | null;
  /** How many tasks of the project could use this person: the most versatile are taken last. */
  readonly versatility: number;
}

/** One list of candidates per person needed. */
export type CompiledTeam = readonly (readonly CompiledCandidate[])[];

/** Flat arrays for the decoders; every index is a canonical task number. */
export interface Compiled extends LinkArrays {
  readonly n: number;
  readonly horizon: number;
  readonly duration: Int32Array;
  readonly release: Int32Array;
  /** horizon + 1 when nothing is due. */
  readonly due: Int32Array;
  readonly pinned: Int32Array;
  readonly calendars: readonly CalendarIndex[];
  readonly calendar: readonly (CalendarIndex | null)[];
  readonly teams: readonly (CompiledTeam | null)[];
  /** Demands of task j are entries demandBegin[j] … demandBegin[j + 1] − 1, one per packed word. */
  readonly demandBegin: Int32Array;
  readonly demandBase: Int32Array;
  readonly demandBits: Int32Array;
  readonly demandGuard: Int32Array;
  readonly packing: Packing;
  /** Packed free units before anything is scheduled. */
  readonly base: Int32Array;
  /** No calendars, pools or pins: the tight decoder applies. */
  readonly plain: boolean;
  /** Capacity is the same on every slot and nothing depends on absolute time. */
  readonly stationary: boolean;
  /** Some tasks have due dates. */
  readonly hasDue: boolean;
}

interface DemandArrays {
  readonly begin: number[];
  readonly base: number[];
  readonly bits: number[];
  readonly guard: number[];
}

function compileDemands(project: NormalProject, packing: Packing): DemandArrays {
  const out: DemandArrays = { begin: [0], base: [], bits: [], guard: [] };
  for (const task of project.tasks) {
    const words = new Map<number, { bits: number; guard: number }>();
    for (const { resource, units } of task.demands) {
      const place = packing.resources[resource];
      if (place === undefined) continue;
      const word = words.get(place.word) ?? { bits: 0, guard: 0 };
      word.bits += units << place.shift;
      word.guard |= place.guard;
      words.set(place.word, word);
    }
    if (task.durationSlots > 0) {
      for (const [word, { bits, guard }] of words) {
        out.base.push(word * project.horizon);
        out.bits.push(bits);
        out.guard.push(guard);
      }
    }
    out.begin.push(out.base.length);
  }
  return out;
}

function versatility(project: NormalProject): number[] {
  const count = project.capacity.map(() => 0);
  for (const task of project.tasks) {
    for (const need of task.needs) {
      for (const { resource } of need.candidates) count[resource] = (count[resource] ?? 0) + 1;
    }
  }
  return count;
}

function compileTeam(
  task: NormalTask,
  project: NormalProject,
  packing: Packing,
  calendars: readonly CalendarIndex[],
  uses: readonly number[],
): CompiledTeam | null {
  if (task.needs.length === 0 || task.durationSlots === 0) return null;
  return task.needs.flatMap((need) => {
    const candidates = need.candidates.map(({ resource, calendar }): CompiledCandidate => {
      const place = packing.resources[resource] ?? { word: 0, shift: 0, guard: 0 };
      return {
        resource,
        base: place.word * project.horizon,
        bits: need.units << place.shift,
        guard: place.guard,
        calendar: calendars[calendar ?? task.calendar] ?? null,
        versatility: uses[resource] ?? 0,
      };
    });
    candidates.sort((a, b) => a.versatility - b.versatility || a.resource - b.resource);
    return Array.from({ length: need.count }, () => candidates);
  });
}

const isConstant = (slots: Int32Array): boolean => slots.every((units) => units === slots[0]);

/** Widths must hold what is free and what is asked: a pinned project may offer less than a movable task asks. */
function peaks(project: NormalProject, original: NormalProject): number[] {
  const none = new Int32Array(0);
  return project.capacity.map((_, index) => (original.capacity[index] ?? none).reduce((a, b) => Math.max(a, b), 0));
}

/**
 * Turns a normal project into flat arrays.
 * @param original the project before pinned work was taken off; its peaks size the packed fields.
 */
export function compile(project: NormalProject, original: NormalProject): Compiled {
  const calendars = project.calendars.map(indexCalendar);
  const packing = packResources(peaks(project, original));
  const demands = compileDemands(project, packing);
  const uses = versatility(project);
  const teams = project.tasks.map((task) => compileTeam(task, project, packing, calendars, uses));
  const calendar = project.tasks.map((task) => calendars[task.calendar] ?? null);
  const pinned = Int32Array.from(project.tasks, (task) => task.pinnedStartSlot);
  const due = Int32Array.from(project.tasks, (task) => Math.min(task.dueSlot, project.horizon + 1));
  const links = compileLinks(project);
  const plain =
    calendar.every((index) => index === null) &&
    teams.every((team) => team === null) &&
    pinned.every((start) => start < 0) &&
    project.links.every((link) => link.lagCalendar < 0);
  const release = Int32Array.from(project.tasks, (task) => task.releaseSlot);
  return {
    ...links,
    n: project.tasks.length,
    horizon: project.horizon,
    duration: Int32Array.from(project.tasks, (task) => task.durationSlots),
    release,
    due,
    pinned,
    calendars,
    calendar,
    teams,
    demandBegin: Int32Array.from(demands.begin),
    demandBase: Int32Array.from(demands.base),
    demandBits: Int32Array.from(demands.bits),
    demandGuard: Int32Array.from(demands.guard),
    packing,
    base: packCapacity(packing, project.capacity, project.horizon),
    plain,
    stationary: plain && project.capacity.every(isConstant) && release.every((slot) => slot === 0),
    hasDue: due.some((slot) => slot <= project.horizon),
  };
}
