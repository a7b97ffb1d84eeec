import { useFormat, useMessages } from "@yutu/i18n";
import { type PointerEvent, type RefObject, useRef } from "react";
import { dayText } from "../timeline/day.ts";
import {
  beginPress,
  changedBy,
  type Days,
  dragOf,
  isLinkPart,
  linkAt,
  linkOf,
  type Place,
  type Press,
} from "./chart-press.ts";
import type { GanttRow } from "./gantt-rows.ts";
import type { GanttChange, GanttNewLink } from "./gantt-types.ts";
import { HEAD_PX } from "./geometry.ts";
import { type Hit, hitBar } from "./hit-test.ts";
import { ganttTexts } from "./messages.ts";
import type { Scene, SceneDrag } from "./scene.ts";

const CLICK_PX = 3;
const EDGE_SCROLL_PX = 40;
const EDGE_STEP_PX = 16;

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

interface Handlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
}

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

/** The place of a pointer in chart coordinates. */
function placeOf(event: PointerEvent, scroller: HTMLElement | null, listPx: number): Place {
  if (!scroller) return { x: 0, y: 0 };
  const box = scroller.getBoundingClientRect();
  return {
    x: event.clientX - box.left - listPx + scroller.scrollLeft,
    y: event.clientY - box.top - HEAD_PX + scroller.scrollTop,
  };
}

/** Carries the chart along when a bar is dragged to its side. */
function scrollAtEdge(scroller: HTMLElement | null, clientX: number, listPx: number): void {
  if (!scroller) return;
  const box = scroller.getBoundingClientRect();
  if (clientX > box.right - EDGE_SCROLL_PX) scroller.scrollBy({ left: EDGE_STEP_PX });
  else if (clientX < box.left + listPx + EDGE_SCROLL_PX) scroller.scrollBy({ left: -EDGE_STEP_PX });
}

/** Shows by the pointer's shape what a press would do. */
function hover(event: PointerEvent, to: Place, options: GanttPointerOptions): void {
  const { rows, scale } = options.scene;
  const hit = hitBar(rows.rows, scale, to.x, to.y);
  const canvas = event.currentTarget as HTMLElement;
  canvas.style.cursor = hit && mayUse(hit, rows.rows[hit.index], options) ? CURSORS[hit.part] : "default";
}

function drop(press: Press, to: Place, options: GanttPointerOptions): void {
  if (isLinkPart(press.hit)) {
    const link = linkOf(press, to, options.scene);
    if (link) options.onLink?.(link);
    return;
  }
  const change = changedBy(press);
  if (change) options.onChange?.(change);
}

/** Bars are moved by their middle, resized by their ends, linked by the handles beyond; a click opens. */
export function useGanttPointer(options: GanttPointerOptions): Handlers {
  const { scroller, scene, listPx, show } = options;
  const t = useMessages(ganttTexts);
  const format = useFormat();
  const press = useRef<Press>(undefined);
  const note = ({ start, end: after }: Days): string =>
    t.days({ range: format.range(dayText(start), dayText(after - 1)), count: after - start });
  const end = (): Press | undefined => {
    const held = press.current;
    press.current = undefined;
    show(undefined);
    return held;
  };
  return {
    onPointerDown: (event) => {
      const at = placeOf(event, scroller.current, listPx);
      const hit = event.button === 0 ? hitBar(scene.rows.rows, scene.scale, at.x, at.y) : undefined;
      const row = hit && scene.rows.rows[hit.index];
      if (!row) return options.onPickLink(linkAt(scene, at));
      press.current = beginPress(hit, row, at);
      if (event.pointerType !== "touch") event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const to = placeOf(event, scroller.current, listPx);
      const held = press.current;
      if (!held) return hover(event, to, options);
      if (event.pointerType === "touch" || !mayUse(held.hit, held.row, options)) return;
      held.moved ||= Math.hypot(to.x - held.from.x, to.y - held.from.y) > CLICK_PX;
      if (!held.moved) return;
      scrollAtEdge(scroller.current, event.clientX, listPx);
      show(dragOf(held, to, scene, options.preview, note));
    },
    onPointerUp: (event) => {
      const held = end();
      if (held?.moved) drop(held, placeOf(event, scroller.current, listPx), options);
      else if (held) options.onPick(held.row);
    },
    onPointerCancel: () => void end(),
  };
}
