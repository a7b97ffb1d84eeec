import type { WorkAxis } from "../../calendar/index.ts";

/** Working days of axes and their intersections as slot calendars, each combination once. */
export class SlotCalendars {
  readonly list: Uint8Array[] = [];
  private readonly known = new Map<string, number>();
  private readonly axes = new Map<WorkAxis, number>();

  constructor(
    private readonly origin: number,
    private readonly horizon: number,
  ) {}

  /** Index of the calendar on which all of the axes work; undefined for no axes, which is every day. */
  together(axes: readonly WorkAxis[]): number | undefined {
    const numbers = [...new Set(axes.map((axis) => this.numberOf(axis)))].sort((a, b) => a - b);
    if (numbers.length === 0) return undefined;
    const key = numbers.join(",");
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const unique = [...new Set(axes)];
    const slots = new Uint8Array(this.horizon);
    for (let slot = 0; slot < this.horizon; slot++)
      slots[slot] = unique.every((axis) => works(axis, this.origin + slot)) ? 1 : 0;
    const index = this.list.push(slots) - 1;
    this.known.set(key, index);
    return index;
  }

  private numberOf(axis: WorkAxis): number {
    const known = this.axes.get(axis) ?? this.axes.size;
    this.axes.set(axis, known);
    return known;
  }
}

export const works = (axis: WorkAxis, day: number): boolean => axis.count(day + 1) > axis.count(day);
