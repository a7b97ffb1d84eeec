import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "@yutu/statistics";
import { GrowingList } from "./growing-list.ts";
import type { JourneyTable } from "./journey-table.ts";
import { orderEvents, type PersonEvents } from "./person-events.ts";
import type { Conversion, Touch } from "./touch.ts";
import { DAY_MS, type JourneyOptions } from "./window.ts";

/**
 * Cuts each person's touches into journeys. A journey ends at a conversion (or, unconverted, at its last touch) and
 * keeps the touches inside the look-back window before that end.
 * @returns the journeys, or `statistics/empty-input`, `not-finite`, `negative-count`, `not-whole`, `out-of-range`
 */
export function buildJourneys(
  touches: readonly Touch[],
  conversions: readonly Conversion[],
  options: JourneyOptions = {},
): Estimated<JourneyTable> {
  if (touches.length === 0) return refuse("emptyInput", "there are no touches to build journeys from");
  const checked = checkConversions(conversions);
  if (!checked.ok) return checked;
  const windows = [
    options.lookbackMs ?? 0,
    options.inactivityMs ?? 0,
    ...Object.values(options.channelLookbackMs ?? {}),
  ];
  if (windows.some((w) => Number.isNaN(w) || w < 0)) return refuse("outOfRange", "a window must not be negative");
  const events = orderEvents(touches, conversions, options.personOf ?? ((id) => id));
  if (!events.ok) return events;
  return ok(new JourneyCutter(events.value, conversions, options).cut());
}

function checkConversions(conversions: readonly Conversion[]): Estimated<null> {
  for (const [i, c] of conversions.entries()) {
    const { count = 1, valueMinor = 0 } = c;
    if (!Number.isFinite(count)) return refuse("notFinite", `the count of conversion ${i} is not a finite number`);
    if (count < 0) return refuse("negativeCount", `the count of conversion ${i} is negative`);
    if (!Number.isSafeInteger(valueMinor))
      return refuse("notWhole", `the value of conversion ${i} is not in minor units`);
    if (valueMinor < 0) return refuse("negativeCount", `the value of conversion ${i} is negative; book refunds apart`);
  }
  return ok(null);
}

class JourneyCutter {
  readonly #offsets = new GrowingList();
  readonly #codes = new GrowingList();
  readonly #ageMs = new GrowingList();
  readonly #conversions = new GrowingList();
  readonly #valueMinor = new GrowingList();
  readonly #channelWindow: Float64Array;
  readonly #lookbackMs: number;
  #lostConversions = 0;
  #lostValueMinor = 0;
  #openJourneys = 0;

  constructor(
    private readonly events: PersonEvents,
    private readonly source: readonly Conversion[],
    private readonly options: JourneyOptions,
  ) {
    this.#lookbackMs = options.lookbackMs ?? 30 * DAY_MS;
    this.#channelWindow = Float64Array.from(events.channels, (name) => options.channelLookbackMs?.[name] ?? -1);
  }

  cut(): JourneyTable {
    const { starts, channels } = this.events;
    this.#offsets.push(0);
    for (let p = 0; p + 1 < starts.length; p++) this.#cutPerson(starts[p] ?? 0, starts[p + 1] ?? 0);
    return {
      channels,
      offsets: this.#offsets.toUint32(),
      codes: this.#codes.toUint32(),
      ageMs: this.#ageMs.toFloat64(),
      conversions: this.#conversions.toFloat64(),
      valueMinor: this.#valueMinor.toFloat64(),
      leftOut: {
        conversions: this.#lostConversions,
        valueMinor: this.#lostValueMinor,
        openJourneys: this.#openJourneys,
      },
    };
  }

  #cutPerson(from: number, to: number): void {
    const { atMs, kind } = this.events;
    const { restart = "at-conversion", inactivityMs = Number.POSITIVE_INFINITY } = this.options;
    let start = from;
    let previousStart = from;
    let lastTouch = -1;
    for (let i = from; i < to; i++) {
      if ((kind[i] ?? 0) >= 0) {
        if (lastTouch >= start && (atMs[i] ?? 0) - (atMs[lastTouch] ?? 0) > inactivityMs) {
          this.#close(start, lastTouch);
          start = i;
        }
        lastTouch = i;
        continue;
      }
      const empty = lastTouch < start;
      const reuse = empty && this.options.withoutTouches !== "left-out";
      this.#convert(restart === "overlapping" ? from : reuse ? previousStart : start, i);
      if (!empty) previousStart = start;
      start = i + 1;
    }
    if (lastTouch >= start) this.#close(start, lastTouch);
  }

  /** Ends a journey at conversion event i. */
  #convert(start: number, i: number): void {
    const { atMs, kind } = this.events;
    const conversion = this.source[-1 - (kind[i] ?? -1)];
    const { count = 1, valueMinor = 0, lookbackMs = this.#lookbackMs } = conversion ?? {};
    if (this.#keepTouches(start, i, atMs[i] ?? 0, lookbackMs) > 0) {
      this.#finish(count, valueMinor);
      return;
    }
    this.#lostConversions += count;
    this.#lostValueMinor += valueMinor;
  }

  /** Ends an unconverted journey at its last touch. */
  #close(start: number, lastTouch: number): void {
    const endMs = this.events.atMs[lastTouch] ?? 0;
    if (endMs + this.#lookbackMs > (this.options.observedUntilMs ?? Number.POSITIVE_INFINITY)) {
      this.#openJourneys += 1;
      return;
    }
    this.#keepTouches(start, lastTouch + 1, endMs, this.#lookbackMs);
    this.#finish(0, 0);
  }

  #keepTouches(from: number, to: number, endMs: number, lookbackMs: number): number {
    const { atMs, kind } = this.events;
    let kept = 0;
    for (let j = from; j < to; j++) {
      const code = kind[j] ?? -1;
      if (code < 0) continue;
      const age = endMs - (atMs[j] ?? 0);
      const own = this.#channelWindow[code] ?? -1;
      if (age > (own >= 0 ? own : lookbackMs)) continue;
      this.#codes.push(code);
      this.#ageMs.push(age);
      kept += 1;
    }
    return kept;
  }

  #finish(conversions: number, valueMinor: number): void {
    this.#offsets.push(this.#codes.length);
    this.#conversions.push(conversions);
    this.#valueMinor.push(valueMinor);
  }
}
