import type { Range } from "../foundation/estimate.ts";

/** One slot against its expectation. */
export interface JudgedSlot {
  readonly slot: number;
  readonly value: number;
  readonly expected: number;
  /** Where 95 % of usual values lie. */
  readonly interval: Range;
  /** In [0, 1): 0.5 is the alarm level. */
  readonly score: number;
}

/** Neighbouring strange slots as one thing to look at. */
export interface Incident {
  readonly first: number;
  readonly last: number;
  readonly kind: "spike" | "dip" | "mixed";
  /** The strangest slot with its evidence. */
  readonly peak: JudgedSlot;
  /** Σ (value − expected) over the strange slots: what it cost or brought. */
  readonly effect: number;
  /** Values of the same phase in up to four seasons before and after the peak, oldest first. */
  readonly matched: readonly number[];
}

/** Groups alarmed slots at most `gap` slots apart into incidents. */
export function mergeIncidents(slots: readonly (JudgedSlot | null)[], period: number, gap: number): Incident[] {
  const incidents: Incident[] = [];
  let open: JudgedSlot[] = [];
  const close = (): void => {
    const incident = asIncident(open, slots, period);
    if (incident !== null) incidents.push(incident);
    open = [];
  };
  for (const slot of slots) {
    if (slot === null || slot.score < 0.5) continue;
    const last = open.at(-1);
    if (last !== undefined && slot.slot - last.slot > gap) close();
    open.push(slot);
  }
  close();
  return incidents;
}

function asIncident(
  open: readonly JudgedSlot[],
  slots: readonly (JudgedSlot | null)[],
  period: number,
): Incident | null {
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return null;
  const peak = open.reduce((top, slot) => (slot.score > top.score ? slot : top), first);
  const rises = open.filter((slot) => slot.value > slot.expected).length;
  const matched: number[] = [];
  for (let season = -4; season <= 4; season++) {
    const other = season === 0 ? null : (slots[peak.slot + season * period] ?? null);
    if (other !== null) matched.push(other.value);
  }
  return {
    first: first.slot,
    last: last.slot,
    kind: rises === open.length ? "spike" : rises === 0 ? "dip" : "mixed",
    peak,
    effect: open.reduce((sum, slot) => sum + slot.value - slot.expected, 0),
    matched,
  };
}
