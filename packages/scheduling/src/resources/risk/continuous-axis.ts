import type { WorkAxis } from "../../calendar/index.ts";

/**
 * A work axis on which work may begin and end within a day: work advances evenly through each working day and stands
 * still on others. At whole days it agrees with the axis of days.
 */
export class ContinuousAxis {
  constructor(private readonly days: WorkAxis) {}

  /** Working days before instant `t`. */
  count(t: number): number {
    const day = Math.floor(t);
    const before = this.days.count(day);
    return t === day ? before : before + (t - day) * (this.days.count(day + 1) - before);
  }

  /** The first instant with `w` working days before it. */
  earliest(w: number): number {
    const whole = Math.floor(w);
    return w === whole ? this.days.earliest(whole) : this.days.latest(whole) + (w - whole);
  }

  /** The last instant with `w` working days before it. */
  latest(w: number): number {
    const whole = Math.floor(w);
    return this.days.latest(whole) + (w - whole);
  }
}
