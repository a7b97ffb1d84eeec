import { useFormat, useMessages } from "@yutu/i18n";
import { type PointerEvent, type RefObject, useRef } from "react";
import { dayNumber, dayText } from "../timeline/day.ts";
import { carried, changeOf, linkType } from "./drag-change.ts";
import { pathOf } from "./draw-links.ts";
import type { GanttRow } from "./gantt-rows.ts";
import type { GanttChange, GanttNewLink } from "./gantt-types.ts";
import { barBox, HEAD_PX, ROW_PX } from "./geometry.ts";
import { type Hit, hitBar } from "./hit-test.ts";
import { distanceTo } from "./link-path.ts";
import { ganttTexts } from "./messages.ts";
import type { Scene, SceneDrag } from "./scene.ts";

const CLICK_PX = 3;
const LINK_REACH_PX = 5;
const EDGE_SCROLL_PX = 40;

export interface GanttPointerOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly scene: Scene;
  readonly listPx: number;
  readonly show: (drag: SceneDrag | undefined) => void;
  readonly preview: ((change: GanttChange) => readonly GanttChange[]) | undefined;
  readonly onChange: ((change: GanttChange) => void) | undefined;
  readonly onLink: ((link: GanttNewLink) => void) | undefined;
  readonly onPick: (row: GanttRow) => void;
  readonly onPickLink: (id: string | undefined) => void;
}

interface Press {
  readonly hit: Hit;
  readonly row: GanttRow;
  readonly x: number;
  readonly y: number;
  moved: boolean;
  days: { start: number; end: number };
}

interface Handlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
}

const isLinkPart = ({ part }: Hit): boolean => part === "link-start" || part === "link-finish";

const CURSORS = {
  body: "grab",
  start: "ew-resize",
  finish: "ew-resize",
  "link-start": "crosshair",
  "link-finish": "crosshair",
} as const;

/** What a press on a bar may do here. */
function mayUse(hit: Hit, row: GanttRow | undefined, options: GanttPointerOptions): boolean {
  if (!row) return false;
  if (isLinkPart(hit)) return options.onLink !== undefined;
  return options.onChange !== undefined && !row.summary && row.task.movable !== false;
}

function linkAt(scene: Scene, x: number, y: number): string | undefined {
  const row = Math.floor(y / ROW_PX);
  const near = scene.links.find(
    (each) => each.top <= row + 1 && each.bottom >= row - 1 && distanceTo(pathOf(scene, each), x, y) <= LINK_REACH_PX,
  );
  return near?.link.id;
}

/** Bars are moved by their middle, resized by their ends, linked by the handles beyond; a click opens. */
export function useGanttPointer(options: GanttPointerOptions): Handlers {
  const { scroller, scene, listPx, show, preview, onChange, onLink } = options;
  const t = useMessages(ganttTexts);
  const format = useFormat();
  const press = useRef<Press>(undefined);
  const place = (event: PointerEvent): { x: number; y: number } => {
    const element = scroller.current;
    if (!element) return { x: 0, y: 0 };
    const box = element.getBoundingClientRect();
    return {
      x: event.clientX - box.left - listPx + element.scrollLeft,
      y: event.clientY - box.top - HEAD_PX + element.scrollTop,
    };
  };
  const dragTo = (held: Press, x: number, y: number): SceneDrag => {
    const box = barBox(held.row, held.hit.index, scene.scale);
    if (isLinkPart(held.hit)) {
      const from = held.hit.part === "link-finish" ? box.right : box.left;
      return { ghosts: new Map(), note: "", draft: [from, box.middle, x, y] };
    }
    held.days = carried(held.row, held.hit.part, Math.round((x - held.x) / scene.scale.dayPx));
    const ghosts = new Map([[held.hit.index, held.days]]);
    for (const change of preview?.(changeOf(held.row, held.days)) ?? []) {
      const index = scene.rows.indexOf.get(change.id);
      if (index !== undefined && index !== held.hit.index) ghosts.set(index, daysOf(change));
    }
    const range = format.range(dayText(held.days.start), dayText(held.days.end - 1));
    return { ghosts, note: t.days({ range, count: held.days.end - held.days.start }) };
  };
  const drop = (held: Press, x: number, y: number): void => {
    if (!isLinkPart(held.hit)) {
      if (held.days.start !== held.row.start || held.days.end !== held.row.end)
        onChange?.(changeOf(held.row, held.days));
      return;
    }
    const target = hitBar(scene.rows.rows, scene.scale, x, y);
    const to = target && scene.rows.rows[target.index];
    if (!to || to.task.id === held.row.task.id) return;
    const box = barBox(to, target.index, scene.scale);
    const type = linkType(held.hit.part === "link-finish", x < (box.left + box.right) / 2);
    onLink?.({ from: held.row.task.id, to: to.task.id, type });
  };
  return {
    onPointerDown: (event) => {
      const { x, y } = place(event);
      const hit = event.button === 0 ? hitBar(scene.rows.rows, scene.scale, x, y) : undefined;
      const row = hit && scene.rows.rows[hit.index];
      if (!hit || !row) {
        options.onPickLink(linkAt(scene, x, y));
        return;
      }
      press.current = { hit, row, x, y, moved: false, days: { start: row.start, end: row.end } };
      if (event.pointerType !== "touch") event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const { x, y } = place(event);
      const held = press.current;
      const canvas = event.currentTarget as HTMLElement;
      if (!held) {
        const hit = hitBar(scene.rows.rows, scene.scale, x, y);
        canvas.style.cursor = hit && mayUse(hit, scene.rows.rows[hit.index], options) ? CURSORS[hit.part] : "default";
        return;
      }
      if (event.pointerType === "touch" || !mayUse(held.hit, held.row, options)) return;
      held.moved ||= Math.hypot(x - held.x, y - held.y) > CLICK_PX;
      if (!held.moved) return;
      scrollAtEdge(scroller.current, event.clientX, listPx);
      show(dragTo(held, x, y));
    },
    onPointerUp: (event) => {
      const held = press.current;
      press.current = undefined;
      show(undefined);
      if (!held) return;
      const { x, y } = place(event);
      if (held.moved) drop(held, x, y);
      else options.onPick(held.row);
    },
    onPointerCancel: () => {
      press.current = undefined;
      show(undefined);
    },
  };
}

const daysOf = (change: GanttChange): { start: number; end: number } => ({
  start: dayNumber(change.start),
  end: dayNumber(change.finish) + 1,
});

/** Carries the chart along when a bar is dragged to its side. */
function scrollAtEdge(scroller: HTMLElement | null, clientX: number, listPx: number): void {
  if (!scroller) return;
  const box = scroller.getBoundingClientRect();
  if (clientX > box.right - EDGE_SCROLL_PX) scroller.scrollBy({ left: 16 });
  else if (clientX < box.left + listPx + EDGE_SCROLL_PX) scroller.scrollBy({ left: -16 });
}
