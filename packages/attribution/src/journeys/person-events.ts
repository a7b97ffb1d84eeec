import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "@yutu/statistics";
import { ChannelIndex } from "./channel-index.ts";
import type { Conversion, Touch } from "./touch.ts";

/** Touches and conversions in columns, ordered by person, then time, touches before conversions of the same moment. */
export interface PersonEvents {
  readonly channels: readonly string[];
  /** Person p has the events `starts[p]` … `starts[p + 1] − 1`. */
  readonly starts: Uint32Array;
  readonly atMs: Float64Array;
  /** Channel code, or −1 − index of the conversion. */
  readonly kind: Int32Array;
}

/** Groups and orders the events; refuses times that are not finite. */
export function orderEvents(
  touches: readonly Touch[],
  conversions: readonly Conversion[],
  personOf: (id: string) => string,
): Estimated<PersonEvents> {
  const n = touches.length + conversions.length;
  const people = new Map<string, number>();
  const person = new Uint32Array(n);
  const atMs = new Float64Array(n);
  const kind = new Int32Array(n);
  const channels = new ChannelIndex();
  const codeOfPerson = (id: string): number => {
    const key = personOf(id);
    const known = people.get(key);
    if (known !== undefined) return known;
    people.set(key, people.size);
    return people.size - 1;
  };
  for (let i = 0; i < n; i++) {
    const touch = i < touches.length ? touches[i] : undefined;
    const event = touch ?? conversions[i - touches.length];
    if (!event) continue;
    if (!Number.isFinite(event.atMs)) return refuse("notFinite", `the time of event ${i} is not a finite number`);
    person[i] = codeOfPerson(event.personId);
    atMs[i] = event.atMs;
    kind[i] = touch ? channels.codeOf(touch.channel) : touches.length - i - 1;
  }
  const { names, recode } = channels.sorted();
  for (let i = 0; i < touches.length; i++) kind[i] = recode[kind[i] ?? 0] ?? 0;
  const { starts, order } = groupByPerson(person, people.size);
  for (let p = 0; p < people.size; p++) sortGroup(order, starts[p] ?? 0, starts[p + 1] ?? 0, atMs, kind);
  return ok({
    channels: names,
    starts,
    atMs: Float64Array.from(order, (i) => atMs[i] ?? 0),
    kind: Int32Array.from(order, (i) => kind[i] ?? 0),
  });
}

/** Counting sort by person. */
function groupByPerson(person: Uint32Array, count: number): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const p of person) starts[p + 1] = (starts[p + 1] ?? 0) + 1;
  for (let p = 0; p < count; p++) starts[p + 1] = (starts[p + 1] ?? 0) + (starts[p] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(person.length);
  for (let i = 0; i < person.length; i++) {
    const p = person[i] ?? 0;
    const at = next[p] ?? 0;
    order[at] = i;
    next[p] = at + 1;
  }
  return { starts, order };
}

/** Sorts one person's events by time; at equal times touches by channel name, then conversions in given order. */
function sortGroup(order: Uint32Array, from: number, to: number, atMs: Float64Array, kind: Int32Array): void {
  const before = (a: number, b: number): boolean => {
    const dt = (atMs[a] ?? 0) - (atMs[b] ?? 0);
    if (dt !== 0) return dt < 0;
    const [ka, kb] = [kind[a] ?? 0, kind[b] ?? 0];
    if (ka >= 0 !== kb >= 0) return ka >= 0;
    return ka >= 0 ? ka < kb : ka > kb;
  };
  if (to - from > 24) {
    order.subarray(from, to).sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const item = order[i] ?? 0;
    let j = i - 1;
    while (j >= from && before(item, order[j] ?? 0)) {
      order[j + 1] = order[j] ?? 0;
      j -= 1;
    }
    order[j + 1] = item;
  }
}
