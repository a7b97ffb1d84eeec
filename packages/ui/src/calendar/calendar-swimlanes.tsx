import { useFormat, useMessages } from "@yutu/i18n";
import { type CSSProperties, type KeyboardEvent, type ReactElement, type ReactNode, useMemo, useRef } from "react";
import { type DayKindOf, dayNumber, dayText, isResting, plainWeek } from "../timeline/day.ts";
import { dayOfMonth, type TimeScale, widthOf, xOf } from "../timeline/time-scale.ts";
import { useScroll } from "../virtual/use-scroll.ts";
import "./calendar-swimlanes.css";
import type { CalendarItem, CalendarMove } from "./calendar-types.ts";
import { LaneBar, LINE_PX } from "./lane-bar.tsx";
import { calendarTexts } from "./messages.ts";
import { stackItems } from "./stack-items.ts";

export interface Lane {
  readonly key: string;
  readonly title: string;
  /** The face of the lane: a channel's badge, a person. */
  readonly head: ReactNode;
  /** A quiet second line. */
  readonly note?: string;
}

export interface CalendarSwimlanesProps {
  readonly label: string;
  readonly lanes: readonly Lane[];
  readonly items: readonly CalendarItem[];
  /** First and last day shown. */
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly dayKind?: DayKindOf;
  readonly onMove?: (move: CalendarMove) => void;
  readonly onOpen?: (id: string) => void;
}

const HEAD_PX = 130;
const NARROWEST_DAY_PX = 26;
/** Room that a date with its month takes. */
const DATE_PX = 36;
const LANE_PAD_PX = 14;
const LOWEST_LANE_PX = 58;

function DayHead({
  scale,
  today,
  dayKind,
}: {
  readonly scale: TimeScale;
  readonly today: number;
  readonly dayKind: DayKindOf;
}): ReactElement {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  const days = Array.from({ length: scale.endDay - scale.firstDay }, (_, index) => scale.firstDay + index);
  return (
    <div className="yt-lanes-days" aria-hidden="true">
      {days.map((day) => {
        const kind = dayKind(dayText(day));
        const first = day === scale.firstDay || dayOfMonth(day) === 1;
        return (
          <span
            key={day}
            className="yt-lanes-day yt-figures"
            data-kind={kind}
            data-first={first}
            data-today={day === today}
            style={{ width: scale.dayPx }}
          >
            <span>
              {first && day !== today
                ? format.monthDay(dayText(day)).replace(/^0/, "").replace("/0", "/")
                : dayOfMonth(day)}
            </span>
            {kind === "holiday" && <sup>{t.holiday}</sup>}
            {kind === "makeup" && <sup>{t.makeup}</sup>}
          </span>
        );
      })}
    </div>
  );
}

/** Arrows walk the items of the lanes in reading order. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] ?? 0;
  if (step === 0 || event.altKey || event.defaultPrevented) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-item]")];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  event.preventDefault();
  all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
}

/** Who runs what when: one lane per channel or person, items as tinted bars over a shared time scale. */
export function CalendarSwimlanes(props: CalendarSwimlanesProps): ReactElement {
  const { lanes, items, from, to, dayKind = plainWeek } = props;
  const t = useMessages(calendarTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const { widthPx } = useScroll(scroller);
  const today = dayNumber(props.today);
  const firstDay = dayNumber(from);
  const endDay = dayNumber(to) + 1;
  const dayPx = Math.max(NARROWEST_DAY_PX, (widthPx - HEAD_PX) / Math.max(1, endDay - firstDay));
  const scale = useMemo(() => ({ firstDay, endDay, dayPx }), [firstDay, endDay, dayPx]);
  const stacks = useMemo(() => {
    const shown = items.filter((item) => item.start <= to && item.finish >= from);
    const room = { dayPx, endDay };
    return new Map(
      lanes.map((lane) => [
        lane.key,
        stackItems(
          shown.filter((item) => item.lane === lane.key),
          room,
        ),
      ]),
    );
  }, [items, lanes, from, to, dayPx, endDay]);
  const resting = Array.from({ length: endDay - firstDay }, (_, index) => firstDay + index).filter((day) =>
    isResting(dayKind(dayText(day))),
  );
  const style = {
    "--yt-day": `${dayPx}px`,
    "--yt-lane-head": `${HEAD_PX}px`,
    width: HEAD_PX + widthOf(scale),
  } as CSSProperties;
  return (
    <div
      ref={scroller}
      className="yt-lanes"
      role="region"
      aria-label={props.label}
      aria-description={t.help}
      tabIndex={0}
    >
      <div className="yt-lanes-plane" data-narrow={dayPx < DATE_PX} style={style} onKeyDown={walk}>
        <div className="yt-lanes-head">
          <span className="yt-lanes-corner" />
          <DayHead scale={scale} today={today} dayKind={dayKind} />
        </div>
        <div className="yt-lanes-ground" aria-hidden="true">
          {resting.map((day) => (
            <span key={day} style={{ left: xOf(scale, day) }} />
          ))}
        </div>
        {lanes.map((lane) => {
          const stack = stacks.get(lane.key);
          const height = Math.max(LOWEST_LANE_PX, (stack?.lines ?? 1) * LINE_PX + LANE_PAD_PX);
          return (
            <section key={lane.key} className="yt-lane" style={{ height }} aria-label={lane.title}>
              <header className="yt-lane-head">
                {lane.head}
                {lane.note !== undefined && <span className="yt-lane-sub yt-ellipsis">{lane.note}</span>}
              </header>
              <div className="yt-lane-bars">
                {stack?.items.map((stacked) => (
                  <LaneBar
                    key={stacked.item.id}
                    stacked={stacked}
                    scale={scale}
                    laneTitle={lane.title}
                    past={stacked.end <= today}
                    onMove={props.onMove}
                    onOpen={props.onOpen}
                  />
                ))}
              </div>
            </section>
          );
        })}
        {today >= firstDay && today < endDay && (
          <span
            className="yt-lanes-today"
            aria-hidden="true"
            style={{ left: HEAD_PX + xOf(scale, today) + dayPx / 2 }}
          />
        )}
      </div>
    </div>
  );
}
