import type { Clock } from "@yutu/kernel";

/** A clock that stands until it is moved. */
export class FixedClock implements Clock {
  #nowMs: number;
  constructor(start: string) {
    this.#nowMs = Date.parse(start);
  }
  now(): Date {
    return new Date(this.#nowMs);
  }
  advance(by: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void {
    this.#nowMs +=
      (((by.days ?? 0) * 24 + (by.hours ?? 0)) * 60 + (by.minutes ?? 0)) * 60_000 + (by.seconds ?? 0) * 1000;
  }
  set(instant: string): void {
    this.#nowMs = Date.parse(instant);
  }
}
