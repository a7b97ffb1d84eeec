import { useMessages } from "@yutu/i18n";
import { type ReactElement, useCallback, useEffect, useId, useRef, useState } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";
import { usePhone } from "../theme/use-media.ts";
import { dayNumber } from "../timeline/day.ts";
import { widthOf, xOf, zoomed } from "../timeline/time-scale.ts";
import { rowWindow, scrollFor } from "../virtual/row-window.ts";
import { useScroll } from "../virtual/use-scroll.ts";
import "./gantt.css";
import { GanttHead } from "./gantt-head.tsx";
import { GanttListRow } from "./gantt-list.tsx";
import type { GanttProps } from "./gantt-props.ts";
import { GanttWeek } from "./gantt-week.tsx";
import { HEAD_PX, ROW_PX } from "./geometry.ts";
import { ganttTexts } from "./messages.ts";
import { useGanttKeys } from "./use-gantt-keys.ts";
import { useGanttPointer } from "./use-gantt-pointer.ts";
import { useGanttPlan, useScene } from "./use-gantt-scene.ts";
import { usePainter } from "./use-painter.ts";

const LIST_PX = 348;
const DAY_PX = 14;
const SPARE_ROWS = 8;
const NONE: ReadonlySet<string> = new Set();

/**
 * Plan of a project: a list of tasks as a tree grid beside a painted chart with bars, progress, baselines, critical path,
 * links, holidays and today. 20,000 tasks scroll smoothly, since only what is in sight is painted. Phones get this week as a list.
 */
export function Gantt(props: GanttProps): ReactElement {
  const phone = usePhone();
  return phone ? <GanttWeek {...props} /> : <GanttChart {...props} />;
}

function useClosed(): readonly [ReadonlySet<string>, (id: string) => void] {
  const [closed, setClosed] = useState(NONE);
  const toggle = useCallback((id: string) => {
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  return [closed, toggle];
}

function GanttChart(props: GanttProps): ReactElement {
  const { tasks, links, today, onOpen, onUnlink } = props;
  const t = useMessages(ganttTexts);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLCanvasElement>(null);
  const head = useRef<HTMLCanvasElement>(null);
  const [dayPx, setDayPx] = useState(DAY_PX);
  const [listPx, setListPx] = useState(LIST_PX);
  const [focusId, setFocusId] = useState<string>();
  const [pickedLink, setPickedLink] = useState<string>();
  const [closed, toggle] = useClosed();
  const plan = useGanttPlan(tasks, links, closed, today, dayPx);
  const { rows, scale, after } = plan;
  const focusIndex = focusId === undefined ? -1 : (rows.indexOf.get(focusId) ?? -1);
  const scene = useScene(plan, today, props.dayKind, focusIndex, pickedLink);
  const show = usePainter({ scroller, body, head }, scene, listPx);
  const { topPx, heightPx } = useScroll(scroller, ROW_PX);
  const viewPx = Math.max(0, heightPx - HEAD_PX);
  const window = rowWindow(topPx, viewPx, ROW_PX, rows.rows.length, SPARE_ROWS);

  const showDay = (day: number, share: number): void => {
    const chartPx = (scroller.current?.clientWidth ?? 0) - listPx;
    scroller.current?.scrollTo({ left: Math.max(0, xOf(scale, day) - chartPx * share) });
  };
  const goToday = useStableCallback(() => showDay(dayNumber(today), 0.3));
  const start = useStableCallback(() => {
    const now = dayNumber(today);
    showDay(now >= rows.from && now < rows.to ? now : rows.from, 0.12);
  });
  useEffect(() => start(), [start]);
  const zoom = (direction: 1 | -1): void => {
    const element = scroller.current;
    const next = zoomed(dayPx, direction);
    if (!element) return;
    const centre = (element.clientWidth - listPx) / 2;
    const day = (element.scrollLeft + centre) / dayPx;
    setDayPx(next);
    requestAnimationFrame(() => element.scrollTo({ left: day * next - centre }));
  };
  const setFocus = useStableCallback((index: number) => {
    const element = scroller.current;
    setFocusId(rows.rows[index]?.task.id);
    setPickedLink(undefined);
    const top = element && scrollFor(index, element.scrollTop, viewPx, ROW_PX);
    if (element && top !== null && top !== undefined) element.scrollTo({ top });
  });
  const pick = useStableCallback((index: number) => {
    const row = rows.rows[index];
    setFocus(index);
    scroller.current?.focus({ preventScroll: true });
    if (row) onOpen?.(row.task.id);
  });
  const pointer = useGanttPointer({
    scroller,
    scene,
    listPx,
    show,
    preview: props.preview,
    onChange: props.onChange,
    onLink: props.onLink,
    onPick: (row) => pick(rows.indexOf.get(row.task.id) ?? -1),
    onPickLink: setPickedLink,
  });
  const onKeyDown = useGanttKeys({
    rows: rows.rows,
    focusIndex,
    pageRows: Math.max(1, Math.floor(viewPx / ROW_PX) - 1),
    setFocus,
    toggle,
    onOpen,
    onChange: props.onChange,
    removeLink: () => {
      if (pickedLink === undefined || !onUnlink) return false;
      onUnlink(pickedLink);
      setPickedLink(undefined);
      return true;
    },
    zoom,
    goToday,
  });
  return (
    <div
      ref={scroller}
      role="treegrid"
      className="yt-gantt"
      tabIndex={0}
      aria-label={props.label}
      aria-description={t.help}
      aria-rowcount={rows.rows.length + 1}
      aria-activedescendant={focusIndex >= 0 ? `${id}-${focusIndex}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div
        className="yt-gantt-plane"
        style={{ width: listPx + widthOf(scale), height: HEAD_PX + rows.rows.length * ROW_PX }}
      >
        <GanttHead listPx={listPx} setListPx={setListPx} canvas={head} onZoom={zoom} onToday={goToday} />
        <div role="rowgroup" className="yt-gantt-list" style={{ width: listPx, height: rows.rows.length * ROW_PX }}>
          {rows.rows.slice(window.from, window.to).map((row, offset) => (
            <GanttListRow
              key={row.task.id}
              id={`${id}-${window.from + offset}`}
              row={row}
              index={window.from + offset}
              focused={window.from + offset === focusIndex}
              after={after.get(row.task.id) ?? ""}
              onPick={pick}
              onToggle={toggle}
            />
          ))}
        </div>
        <div className="yt-gantt-chart" style={{ insetInlineStart: listPx, top: HEAD_PX }}>
          <canvas ref={body} aria-hidden="true" {...pointer} />
        </div>
      </div>
    </div>
  );
}
