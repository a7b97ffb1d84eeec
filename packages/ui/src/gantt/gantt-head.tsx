import { useMessages } from "@yutu/i18n";
import { type PointerEvent, type ReactElement, type RefObject, useRef } from "react";
import { MinusIcon, PlusIcon, TodayIcon } from "../icons/icons.tsx";
import { ganttTexts } from "./messages.ts";

export const LIST_MIN_PX = 160;
export const LIST_MAX_PX = 640;

interface GanttHeadProps {
  readonly listPx: number;
  readonly setListPx: (px: number) => void;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly onZoom: (direction: 1 | -1) => void;
  readonly onToday: () => void;
}

/** Drags the border between list and chart. */
function Splitter({ listPx, setListPx }: Pick<GanttHeadProps, "listPx" | "setListPx">): ReactElement {
  const t = useMessages(ganttTexts);
  const start = useRef<{ readonly x: number; readonly px: number }>(undefined);
  const set = (px: number): void => setListPx(Math.max(LIST_MIN_PX, Math.min(LIST_MAX_PX, px)));
  const begin = (event: PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, px: listPx };
  };
  return (
    <div
      className="yt-gantt-splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t.listWidth}
      aria-valuenow={listPx}
      aria-valuemin={LIST_MIN_PX}
      aria-valuemax={LIST_MAX_PX}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (start.current) set(start.current.px + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onKeyDown={(event) => {
        const step = event.key === "ArrowLeft" ? -16 : event.key === "ArrowRight" ? 16 : 0;
        if (step === 0) return;
        event.preventDefault();
        set(listPx + step);
      }}
    />
  );
}

/** Titles of the list, zoom, and the canvas of months and days. */
export function GanttHead({ listPx, setListPx, canvas, onZoom, onToday }: GanttHeadProps): ReactElement {
  const t = useMessages(ganttTexts);
  const tools = [
    { label: t.zoomOut, icon: <MinusIcon />, run: () => onZoom(-1) },
    { label: t.zoomIn, icon: <PlusIcon />, run: () => onZoom(1) },
    { label: t.today, icon: <TodayIcon />, run: onToday },
  ];
  return (
    <div className="yt-gantt-head" role="row" aria-rowindex={1}>
      <div className="yt-gantt-corner" style={{ width: listPx }}>
        <span role="columnheader" className="yt-gantt-corner-name">
          {t.task}
        </span>
        <span role="columnheader" className="yt-gantt-tools">
          <span className="yt-hidden">{t.dates}</span>
          {tools.map((tool) => (
            <button
              key={tool.label}
              type="button"
              className="yt-plain yt-icon-button"
              aria-label={tool.label}
              title={tool.label}
              onClick={tool.run}
            >
              {tool.icon}
            </button>
          ))}
          <Splitter listPx={listPx} setListPx={setListPx} />
        </span>
      </div>
      <div className="yt-gantt-head-chart" style={{ insetInlineStart: listPx }}>
        <canvas ref={canvas} aria-hidden="true" />
      </div>
    </div>
  );
}
