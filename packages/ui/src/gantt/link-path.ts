import type { GanttLinkType } from "./gantt-types.ts";

/** Edges of a bar in chart coordinates. */
export interface BarBox {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly top: number;
  readonly bottom: number;
}

const STUB_PX = 8;
/** Half of the free room between two rows' bars. */
const LANE_PX = 5;

/**
 * Corners of the line from one bar to another, as x, y pairs: out of the edge that the type names, along the lane beside
 * the first bar's row where there is no room for a straight way, into the edge of the second.
 */
export function linkPath(from: BarBox, to: BarBox, type: GanttLinkType): number[] {
  const leavesRight = type === "FS" || type === "FF";
  const entersLeft = type === "FS" || type === "SS";
  const x1 = leavesRight ? from.right : from.left;
  const x2 = entersLeft ? to.left : to.right;
  const out = x1 + (leavesRight ? STUB_PX : -STUB_PX);
  const into = x2 + (entersLeft ? -STUB_PX : STUB_PX);
  const straight = leavesRight === entersLeft ? (leavesRight ? out <= into : out >= into) : false;
  if (straight) return [x1, from.middle, out, from.middle, out, to.middle, x2, to.middle];
  if (leavesRight !== entersLeft) {
    // both on the same side: one turn beyond the farther edge
    const turn = leavesRight ? Math.max(out, into) : Math.min(out, into);
    return [x1, from.middle, turn, from.middle, turn, to.middle, x2, to.middle];
  }
  const lane = to.middle > from.middle ? from.bottom + LANE_PX : from.top - LANE_PX;
  return [x1, from.middle, out, from.middle, out, lane, into, lane, into, to.middle, x2, to.middle];
}

/** Distance of a point from a broken line. */
export function distanceTo(path: readonly number[], x: number, y: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 3 < path.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = path.slice(at, at + 4);
    const dx = Math.max(Math.min(x1, x2) - x, 0, x - Math.max(x1, x2));
    const dy = Math.max(Math.min(y1, y2) - y, 0, y - Math.max(y1, y2));
    best = Math.min(best, Math.hypot(dx, dy));
  }
  return best;
}
