import { useFormat, useMessages } from "@yutu/i18n";
import { type KeyboardEvent, memo, type PointerEvent, type ReactElement, useRef, useState } from "react";
import { tintStyle } from "../status/channel-badge.tsx";
import { dayText } from "../timeline/day.ts";
import { type TimeScale, xOf } from "../timeline/time-scale.ts";
import type { CalendarMove } from "./calendar-types.ts";
import { calendarTexts } from "./messages.ts";
import type { StackedItem } from "./stack-items.ts";

export const LINE_PX = 31;
const EDGE_PX = 7;
const CLICK_PX = 3;

interface LaneBarProps {
  readonly stacked: StackedItem;
  readonly scale: TimeScale;
  readonly laneTitle: string;
  readonly past: boolean;
  readonly onMove: ((move: CalendarMove) => void) | undefined;
  readonly onOpen: ((id: string) => void) | undefined;
}

type Part = "body" | "start" | "finish";

interface Held {
  readonly x: number;
  readonly part: Part;
  readonly box: HTMLElement;
}

function partAt(event: PointerEvent<HTMLElement>): Part {
  const box = event.currentTarget.getBoundingClientRect();
  if (event.clientX - box.left < EDGE_PX) return "start";
  return box.right - event.clientX < EDGE_PX ? "finish" : "body";
}

const shifted = (part: Part, days: number, { start, end }: StackedItem): { start: number; end: number } => ({
  start: part === "finish" ? start : Math.min(start + days, part === "start" ? end - 1 : Number.POSITIVE_INFINITY),
  end: part === "start" ? end : Math.max(end + days, part === "finish" ? start + 1 : Number.NEGATIVE_INFINITY),
});

/** An item on its lane: a click opens, its middle moves it, its ends resize it. */
function Bar({ stacked, scale, laneTitle, past, onMove, onOpen }: LaneBarProps): ReactElement {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  const { item, line } = stacked;
  const held = useRef<Held>(undefined);
  const [days, setDays] = useState<{ start: number; end: number }>();
  const { start, end } = days ?? stacked;
  const movable = onMove !== undefined && item.movable !== false;
  const move = (to: { start: number; end: number }): void =>
    onMove?.({ id: item.id, lane: item.lane, start: dayText(to.start), finish: dayText(to.end - 1) });
  const range = format.range(dayText(start), dayText(end - 1));
  const name = [
    t.item({ name: item.name, range, lane: laneTitle }),
    ...(item.note ? [item.note] : []),
    ...(item.tentative ? [t.tentative] : []),
    ...(item.clash ? [t.clash] : []),
  ].join(", ");
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (step === 0 || !event.altKey || !movable) return;
    event.preventDefault();
    move(shifted(event.shiftKey ? "finish" : "body", step, stacked));
  };
  return (
    <button
      type="button"
      className="yt-plain yt-tint yt-lane-bar"
      data-item={item.id}
      data-tentative={item.tentative}
      data-past={past}
      data-clash={item.clash}
      data-dragged={days !== undefined}
      data-point={item.point}
      data-before={stacked.before}
      style={{
        ...tintStyle(item.colour),
        left: xOf(scale, start) + 1,
        width: (end - start) * scale.dayPx - 2,
        top: 7 + line * LINE_PX,
      }}
      title={`${item.name}${item.note ? ` ${item.note}` : ""} · ${range}`}
      aria-label={name}
      onKeyDown={onKeyDown}
      onClick={() => {
        if (!days) onOpen?.(item.id);
      }}
      onPointerDown={(event) => {
        if (!movable || event.button !== 0 || event.pointerType === "touch") return;
        held.current = { x: event.clientX, part: partAt(event), box: event.currentTarget };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (movable && !held.current)
          event.currentTarget.style.cursor = partAt(event) === "body" ? "grab" : "ew-resize";
        if (!held.current || (Math.abs(event.clientX - held.current.x) <= CLICK_PX && !days)) return;
        setDays(shifted(held.current.part, Math.round((event.clientX - held.current.x) / scale.dayPx), stacked));
      }}
      onPointerUp={() => {
        held.current = undefined;
        if (days && (days.start !== stacked.start || days.end !== stacked.end)) move(days);
        // the click that follows the drag must not open; it comes before this timer
        setTimeout(() => setDays(undefined));
      }}
      onPointerCancel={() => {
        held.current = undefined;
        setDays(undefined);
      }}
    >
      <span className="yt-ellipsis">{item.name}</span>
      {item.note && <span className="yt-lane-note yt-figures">{item.note}</span>}
    </button>
  );
}

export const LaneBar = memo(Bar);
