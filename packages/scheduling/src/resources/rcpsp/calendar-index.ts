/**
 * Working slots of one calendar, searchable both ways in O(1).
 * `slotAt[k]` is the k-th working slot; `indexAt[t]` counts the working slots before slot t (length horizon + 1).
 */
export interface CalendarIndex {
  readonly slotAt: Int32Array;
  readonly indexAt: Int32Array;
}

export function indexCalendar(slots: Uint8Array): CalendarIndex {
  const indexAt = new Int32Array(slots.length + 1);
  for (let t = 0; t < slots.length; t++) indexAt[t + 1] = (indexAt[t] ?? 0) + (slots[t] === 0 ? 0 : 1);
  const slotAt = new Int32Array(indexAt[slots.length] ?? 0);
  for (let t = 0, k = 0; t < slots.length; t++) if (slots[t] !== 0) slotAt[k++] = t;
  return { slotAt, indexAt };
}

/**
 * The earliest boundary that lies at least `lag` worked slots after boundary `from`; with a negative lag, the earliest
 * that lies at most −lag worked slots before it. Beyond the last worked slot the answer is horizon + 1, which no task
 * can meet. `calendar` null counts every slot.
 */
export function advance(calendar: CalendarIndex | null, from: number, lag: number): number {
  if (calendar === null || lag === 0) return from + lag;
  const { slotAt, indexAt } = calendar;
  const horizon = indexAt.length - 1;
  const index = (indexAt[Math.max(0, Math.min(from, horizon))] ?? 0) + lag;
  if (index <= 0) return 0;
  return index > slotAt.length ? horizon + 1 : (slotAt[index - 1] ?? horizon) + 1;
}

/** The end of the last worked slot before boundary `start`: what "until the start" means for somebody who works. */
export function endBefore(calendar: CalendarIndex | null, start: number): number {
  if (calendar === null) return start;
  const index = calendar.indexAt[Math.min(start, calendar.indexAt.length - 1)] ?? 0;
  return index === 0 ? start : (calendar.slotAt[index - 1] ?? 0) + 1;
}

/** The finish of `duration` worked slots begun at boundary `start`, or −1 when the horizon ends before. */
export function finishOf(calendar: CalendarIndex | null, start: number, duration: number, horizon: number): number {
  if (duration === 0) return start <= horizon ? start : -1;
  if (calendar === null) return start + duration <= horizon ? start + duration : -1;
  const last = (calendar.indexAt[Math.min(start, horizon)] ?? 0) + duration - 1;
  return last < calendar.slotAt.length ? (calendar.slotAt[last] ?? 0) + 1 : -1;
}

/** Calls `visit` for every slot worked in [start, finish). */
export function eachWorkedSlot(
  calendar: CalendarIndex | null,
  start: number,
  finish: number,
  visit: (slot: number) => void,
): void {
  if (calendar === null) {
    for (let t = start; t < finish; t++) visit(t);
    return;
  }
  for (let k = calendar.indexAt[start] ?? 0; k < calendar.slotAt.length; k++) {
    const slot = calendar.slotAt[k] ?? finish;
    if (slot >= finish) return;
    visit(slot);
  }
}
