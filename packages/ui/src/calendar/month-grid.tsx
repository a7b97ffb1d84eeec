import { useFormat, useMessages } from "@yutu/i18n";
import { type KeyboardEvent, type ReactElement, useMemo, useState } from "react";
import { tintStyle } from "../status/channel-badge.tsx";
import { type DayKindOf, dayNumber, dayText, isResting, mondayOf, monthStart, plainWeek } from "../timeline/day.ts";
import { dayOfMonth } from "../timeline/time-scale.ts";
import type { CalendarItem } from "./calendar-types.ts";
import { calendarTexts } from "./messages.ts";
import "./month-grid.css";

export interface MonthGridProps {
  readonly label: string;
  /** Any day of the month to show. */
  readonly month: string;
  readonly today: string;
  readonly items: readonly CalendarItem[];
  readonly dayKind?: DayKindOf;
  /** Name of a day that matters: 618, 双11, 中秋. */
  readonly dayName?: (date: string) => string | undefined;
  readonly onOpen?: (id: string) => void;
  /** A click on a day or Enter on it: show or add. */
  readonly onDay?: (date: string) => void;
}

const MOST = 4;
const WEEK = 7;

/** Days by date with what runs on each, longest running first. */
function itemsByDay(items: readonly CalendarItem[], from: number, to: number): Map<number, CalendarItem[]> {
  const days = new Map<number, CalendarItem[]>();
  for (const item of items.toSorted((a, b) => a.start.localeCompare(b.start))) {
    const last = Math.min(to - 1, dayNumber(item.finish));
    for (let day = Math.max(from, dayNumber(item.start)); day <= last; day += 1) {
      const list = days.get(day);
      if (list) list.push(item);
      else days.set(day, [item]);
    }
  }
  return days;
}

interface DayCellProps {
  readonly day: number;
  readonly outside: boolean;
  readonly items: readonly CalendarItem[];
  readonly props: MonthGridProps;
  readonly focused: boolean;
  readonly onFocus: () => void;
}

function DayCell({ day, outside, items, props, focused, onFocus }: DayCellProps): ReactElement {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  const date = dayText(day);
  const kind = (props.dayKind ?? plainWeek)(date);
  const name = props.dayName?.(date);
  return (
    <div
      role="gridcell"
      className="yt-month-day"
      data-day={day}
      data-outside={outside}
      data-rest={isResting(kind)}
      data-today={date === props.today}
      tabIndex={focused ? 0 : -1}
      aria-label={t.count({ date: format.longMonthDay(date), count: items.length })}
      onFocus={onFocus}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.onDay?.(date);
      }}
    >
      <span className="yt-month-number yt-figures">
        <span>{dayOfMonth(day)}</span>
        {kind === "holiday" && <sup>{t.holiday}</sup>}
        {kind === "makeup" && <sup>{t.makeup}</sup>}
        {name !== undefined && <strong className="yt-ellipsis">{name}</strong>}
      </span>
      {items.slice(0, MOST).map((item) => (
        <button
          key={item.id}
          type="button"
          tabIndex={focused ? 0 : -1}
          className="yt-plain yt-tint yt-month-item"
          data-tentative={item.tentative}
          style={tintStyle(item.colour)}
          onClick={() => props.onOpen?.(item.id)}
        >
          <span className="yt-ellipsis">{item.name}</span>
        </button>
      ))}
      {items.length > MOST && (
        <button
          type="button"
          tabIndex={focused ? 0 : -1}
          className="yt-plain yt-month-more"
          onClick={() => props.onDay?.(date)}
        >
          {t.more({ count: items.length - MOST })}
        </button>
      )}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };

/** A month by weeks from Monday; holidays 休, extra working days 班, promotion days in persimmon. */
export function MonthGrid(props: MonthGridProps): ReactElement {
  const format = useFormat();
  const first = monthStart(dayNumber(props.month));
  const next = monthStart(first, 1);
  const from = mondayOf(first);
  const weeks = Math.ceil((next - from) / WEEK);
  const to = from + weeks * WEEK;
  const byDay = useMemo(() => itemsByDay(props.items, from, to), [props.items, from, to]);
  const now = dayNumber(props.today);
  const [focus, setFocus] = useState(now >= first && now < next ? now : first);
  const at = focus >= from && focus < to ? focus : first;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const cell = event.target instanceof HTMLElement && event.target.dataset["day"] !== undefined;
    if (!cell) return;
    if (event.key === "Enter") props.onDay?.(dayText(at));
    const day = at + (STEPS[event.key] ?? 0);
    if (day === at || day < from || day >= to) return;
    event.preventDefault();
    setFocus(day);
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  };
  return (
    <div className="yt-month" role="grid" aria-label={props.label} onKeyDown={onKeyDown}>
      <div role="row" className="yt-month-week yt-month-names">
        {Array.from({ length: WEEK }, (_, index) => (
          <span key={index} role="columnheader">
            {format.weekday(dayText(from + index))}
          </span>
        ))}
      </div>
      {Array.from({ length: weeks }, (_, week) => (
        <div key={week} role="row" className="yt-month-week">
          {Array.from({ length: WEEK }, (_day, index) => {
            const day = from + week * WEEK + index;
            return (
              <DayCell
                key={day}
                day={day}
                outside={day < first || day >= next}
                items={byDay.get(day) ?? []}
                props={props}
                focused={day === at}
                onFocus={() => setFocus(day)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
