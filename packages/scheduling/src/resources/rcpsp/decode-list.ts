import { indexCalendar } from "./calendar-index.ts";
import { canonicalOrder } from "./canonical-order.ts";
import { compile } from "./compile.ts";
import { ListOrder } from "./list-order.ts";
import type { SlotProject, SlotSchedule } from "./model.ts";
import { normalise } from "./normalise.ts";
import { type PinnedProject, placePinned } from "./pin.ts";
import { SerialDecoder } from "./serial-decoder.ts";

/** Decodes one list of canonical numbers and puts the result in the caller's order of tasks. */
export function decodeList(
  input: SlotProject,
  pinned: PinnedProject,
  order: Int32Array,
  list: Int32Array,
): SlotSchedule {
  const decoder = new SerialDecoder(compile(pinned.project, pinned.original));
  const makespanSlots = decoder.decode(list, 0);
  const start = new Int32Array(order.length);
  const finish = new Int32Array(order.length);
  const chosen: (readonly number[])[] = Array.from(order, () => []);
  let latenessSlots = 0;
  for (const [number, index] of order.entries()) {
    start[index] = decoder.start[number] ?? 0;
    finish[index] = decoder.finish[number] ?? 0;
    const isPinned = (pinned.finish[number] ?? -1) >= 0;
    chosen[index] = (isPinned ? pinned.chosen[number] : decoder.chosen(number)) ?? [];
    const due = input.tasks[index]?.dueSlot;
    if (due !== undefined && !isPinned) latenessSlots += Math.max(0, (finish[index] ?? 0) - due);
  }
  return { start, finish, chosen, makespanSlots, latenessSlots };
}

/**
 * One serial generation that takes the tasks in the order of given starts. From a valid schedule no task gets later,
 * unless a pool hands out its people differently. Null when the horizon is too short.
 * @param project valid and acyclic, as `levelSlots` has checked it.
 */
export function decodeInOrder(project: SlotProject, starts: Int32Array): SlotSchedule | null {
  const ordered = canonicalOrder(project);
  if (!ordered.ok) return null;
  const order = ordered.value;
  const normal = normalise(project, order);
  const pinned = placePinned(normal, normal.calendars.map(indexCalendar));
  const list = new Int32Array(order.length);
  const keys = order.map((index) => starts[index] ?? 0);
  new ListOrder(compile(pinned.project, pinned.original)).ascending(keys, 0, normal.horizon, list);
  const schedule = decodeList(project, pinned, order, list);
  return schedule.makespanSlots < 0 ? null : schedule;
}
