import { useMessages } from "@yutu/i18n";
import { useLocalText } from "@yutu/projects/web";
import { type CalendarItem, type CalendarMove, CalendarSwimlanes, type Lane, MonthGrid } from "@yutu/ui";
import type { ReactElement } from "react";
import { Agenda } from "./agenda.tsx";
import "./calendar.css";
import { calendarTexts } from "./messages.ts";
import type { Calendar, useCalendar } from "./use-calendar.ts";

interface Props {
  readonly calendar: Calendar;
  readonly shown: Pick<ReturnType<typeof useCalendar>, "day" | "range" | "today" | "dayKind">;
  readonly view: "month" | "week" | "lanes" | "list";
  readonly lanes: readonly Lane[];
  readonly items: readonly CalendarItem[];
  readonly onOpen: (id: string) => void;
  readonly onMove?: ((move: CalendarMove) => void) | undefined;
  readonly onDay: (date: string) => void;
}

/** The days as lanes, as a month or as a list. */
export function CalendarBody(props: Props): ReactElement {
  const { calendar, shown, view, lanes, items, onOpen, onMove } = props;
  const t = useMessages(calendarTexts);
  const text = useLocalText();
  const { range, today, day, dayKind } = shown;
  const nodeNames = new Map(calendar.nodes.map((node) => [node.date, text(node.name)]));
  return (
    <>
      {calendar.truncated && <p className="tk-note">{t.truncated}</p>}
      {view === "list" && <Agenda calendar={calendar} from={range.from} onOpen={onOpen} />}
      {view === "month" && (
        <MonthGrid
          label={t.title}
          month={day}
          today={today}
          items={items}
          dayKind={dayKind}
          dayName={(date) => nodeNames.get(date)}
          onOpen={onOpen}
          onDay={props.onDay}
        />
      )}
      {(view === "lanes" || view === "week") && (
        <CalendarSwimlanes
          label={t.title}
          lanes={lanes}
          items={items}
          from={range.from}
          to={range.to}
          today={today}
          dayKind={dayKind}
          onOpen={onOpen}
          {...(onMove ? { onMove } : {})}
        />
      )}
    </>
  );
}
