import { type CalendarDate, daysBetween } from "@yutu/kernel";
import { type Frequency, slotStart } from "./calendar-slots.ts";

/**
 * Something known beforehand that moves the metric: 618, 双11, 春节 (its dates move with the lunar calendar, so they are
 * given, past and future alike), a price change.
 */
export interface KnownEvent {
  readonly name: string;
  /** First and last day of each past and coming occurrence; `end` defaults to `start`. */
  readonly occurrences: readonly { readonly start: CalendarDate; readonly end?: CalendarDate }[];
  /** Days before the start in which buyers already behave differently (waiting, pre-sale); default 0. */
  readonly leadDays?: number;
  /** Days after the end with a hangover; default 0. */
  readonly lagDays?: number;
}

/** One regressor of an event: how much of each slot lies in one phase of it. */
export interface EventColumn {
  readonly event: string;
  /** `lead-2` (two days before), `first`, `middle`, `last`, `lag-1`; for weeks and months `lead`, `during`, `lag`. */
  readonly phase: string;
  /** Share of each slot in the phase, over history and horizon. */
  readonly share: Float64Array;
}

interface Phase {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Phases as day ranges relative to the first day of an occurrence of `length` days. */
function phasesOf(event: KnownEvent, length: number, daily: boolean): Phase[] {
  const [lead, lag] = [event.leadDays ?? 0, event.lagDays ?? 0];
  if (!daily) {
    return [
      { name: "lead", from: -lead, to: -1 },
      { name: "during", from: 0, to: length - 1 },
      { name: "lag", from: length, to: length + lag - 1 },
    ];
  }
  const phases: Phase[] = [{ name: "first", from: 0, to: 0 }];
  for (let k = 1; k <= lead; k++) phases.push({ name: `lead-${k}`, from: -k, to: -k });
  if (length > 1) phases.push({ name: "last", from: length - 1, to: length - 1 });
  if (length > 2) phases.push({ name: "middle", from: 1, to: length - 2 });
  for (let k = 1; k <= lag; k++) phases.push({ name: `lag-${k}`, from: length - 1 + k, to: length - 1 + k });
  return phases;
}

/** Regressors of the events over `slots` slots; phases that never touch any slot are left out. */
export function eventColumns(
  events: readonly KnownEvent[],
  start: CalendarDate,
  frequency: Frequency,
  slots: number,
): EventColumn[] {
  const edges = Array.from({ length: slots + 1 }, (_, i) => daysBetween(start, slotStart(start, frequency, i)));
  const columns = new Map<string, EventColumn>();
  for (const event of events) {
    for (const occurrence of event.occurrences) {
      const first = daysBetween(start, occurrence.start);
      const length = Math.max(1, daysBetween(occurrence.start, occurrence.end ?? occurrence.start) + 1);
      for (const phase of phasesOf(event, length, frequency === "day")) {
        const key = `${event.name}\n${phase.name}`;
        const column = columns.get(key) ?? { event: event.name, phase: phase.name, share: new Float64Array(slots) };
        if (addShares(column.share, edges, first + phase.from, first + phase.to)) columns.set(key, column);
      }
    }
  }
  return [...columns.values()];
}

/** Adds the share of each slot that lies in the days from … to (inclusive); true when any does. */
function addShares(share: Float64Array, edges: readonly number[], from: number, to: number): boolean {
  let touched = false;
  for (let i = 0; i < share.length; i++) {
    const [begin, end] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    const days = Math.min(to + 1, end) - Math.max(from, begin);
    if (days <= 0) continue;
    share[i] = Math.min(1, (share[i] ?? 0) + days / (end - begin));
    touched = true;
  }
  return touched;
}
