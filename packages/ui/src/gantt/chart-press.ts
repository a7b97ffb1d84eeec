import { dayNumber } from "../timeline/day.ts";
import { carried, changeOf, linkType } from "./drag-change.ts";
import { pathOf } from "./draw-links.ts";
import type { GanttRow } from "./gantt-rows.ts";
import type { GanttChange, GanttNewLink } from "./gantt-types.ts";
import { barBox, ROW_PX } from "./geometry.ts";
import { type Hit, hitBar } from "./hit-test.ts";
import { distanceTo } from "./link-path.ts";
import type { Scene, SceneDrag } from "./scene.ts";

const LINK_REACH_PX = 5;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Day numbers; the end is the day after the last. */
export interface Days {
  readonly start: number;
  readonly end: number;
}

/** A press on a bar: where it began, and what it would do if it ended now. */
export interface Press {
  readonly hit: Hit;
  readonly row: GanttRow;
  readonly from: Place;
  moved: boolean;
  days: Days;
}

export const isLinkPart = ({ part }: Hit): boolean => part === "link-start" || part === "link-finish";

export const beginPress = (hit: Hit, row: GanttRow, from: Place): Press => ({
  hit,
  row,
  from,
  moved: false,
  days: { start: row.start, end: row.end },
});

type Preview = ((change: GanttChange) => readonly GanttChange[]) | undefined;

/** What to show while the pointer is at a place: a link being drawn, or the bar where it would go with those that follow. */
export function dragOf(
  press: Press,
  to: Place,
  scene: Scene,
  preview: Preview,
  note: (days: Days) => string,
): SceneDrag {
  const { hit, row, from } = press;
  if (isLinkPart(hit)) {
    const box = barBox(row, hit.index, scene.scale);
    const start = hit.part === "link-finish" ? box.right : box.left;
    return { ghosts: new Map(), note: "", draft: [start, box.middle, to.x, to.y] };
  }
  press.days = carried(row, hit.part, Math.round((to.x - from.x) / scene.scale.dayPx));
  const ghosts = new Map<number, Days>([[hit.index, press.days]]);
  for (const change of preview?.(changeOf(row, press.days)) ?? []) {
    const index = scene.rows.indexOf.get(change.id);
    if (index !== undefined) ghosts.set(index, { start: dayNumber(change.start), end: dayNumber(change.finish) + 1 });
  }
  return { ghosts, note: note(ghosts.get(hit.index) ?? press.days) };
}

/** The link that a press on a handle makes when it ends at a place; none beside a bar or on the same one. */
export function linkOf(press: Press, to: Place, scene: Scene): GanttNewLink | undefined {
  const target = hitBar(scene.rows.rows, scene.scale, to.x, to.y);
  const row = target && scene.rows.rows[target.index];
  if (!row || row.task.id === press.row.task.id) return undefined;
  const box = barBox(row, target.index, scene.scale);
  const type = linkType(press.hit.part === "link-finish", to.x < (box.left + box.right) / 2);
  return { from: press.row.task.id, to: row.task.id, type };
}

/** The change that a press on a bar makes when it ends. */
export const changedBy = ({ row, days }: Press): GanttChange | undefined =>
  days.start === row.start && days.end === row.end ? undefined : changeOf(row, days);

/** The link whose line passes a place. */
export function linkAt(scene: Scene, { x, y }: Place): string | undefined {
  const row = Math.floor(y / ROW_PX);
  const near = scene.links.find(
    (each) => each.top <= row + 1 && each.bottom >= row - 1 && distanceTo(pathOf(scene, each), x, y) <= LINK_REACH_PX,
  );
  return near?.link.id;
}
