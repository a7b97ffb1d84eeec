import { useMessages } from "@yutu/i18n";
import { CHANNELS } from "@yutu/projects/domain";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import { ChevronLeftIcon, ChevronRightIcon, type Filter, FilterChips, MemberAvatar, useShortcut } from "@yutu/ui";
import { Button, Segmented } from "antd";
import type { ReactElement, ReactNode } from "react";
import { TASK_STATUSES } from "../../domain/status.ts";
import { TaskStatusRing } from "../look/task-status.tsx";
import { taskTexts } from "../messages.ts";
import { useMembers } from "../use-members.ts";
import "./calendar.css";
import { CALENDAR_VIEWS, type CalendarView, stepped } from "./calendar-range.ts";
import { calendarTexts } from "./messages.ts";
import type { CalendarState, useCalendar } from "./use-calendar.ts";

type Shown = ReturnType<typeof useCalendar>;

interface StepProps {
  readonly view: CalendarView;
  readonly day: Shown["day"];
  readonly label: string;
  readonly onDay: (day: string) => void;
}

/** Earlier, what is shown, later, today. */
export function CalendarSteps({ view, day, label, onDay }: StepProps): ReactElement {
  const t = useMessages(calendarTexts);
  const step = (by: 1 | -1): void => onDay(stepped(view, day, by));
  useShortcut({ keys: "[", label: t.previous, group: t.title, run: () => step(-1) });
  useShortcut({ keys: "]", label: t.next, group: t.title, run: () => step(1) });
  useShortcut({ keys: "t", label: t.today, group: t.title, run: () => onDay("") });
  return (
    <span className="tk-steps">
      <button type="button" className="yt-plain yt-icon-button" aria-label={t.previous} onClick={() => step(-1)}>
        <ChevronLeftIcon />
      </button>
      <strong className="yt-figures" aria-live="polite">
        {label}
      </strong>
      <button type="button" className="yt-plain yt-icon-button" aria-label={t.next} onClick={() => step(1)}>
        <ChevronRightIcon />
      </button>
      <Button size="small" onClick={() => onDay("")}>
        {t.today}
      </Button>
    </span>
  );
}

export function ViewSwitch({
  value,
  onChange,
  views = CALENDAR_VIEWS,
}: {
  readonly value: CalendarView;
  readonly onChange: (view: CalendarView) => void;
  readonly views?: readonly CalendarView[];
}): ReactElement {
  const t = useMessages(calendarTexts);
  return (
    <Segmented
      size="small"
      aria-label={t.view}
      value={value}
      onChange={onChange}
      options={views.map((view) => ({ value: view, label: t.views[view] }))}
    />
  );
}

interface FilterProps {
  readonly state: CalendarState;
  readonly setState: (patch: Partial<CalendarState>) => void;
  readonly leading?: ReactNode;
  readonly trailing?: ReactNode;
}

export function CalendarFilters({ state, setState, leading, trailing }: FilterProps): ReactElement {
  const t = useMessages(taskTexts);
  const text = useLocalText();
  const people = useMembers();
  const filters: Filter[] = [
    {
      kind: "choice",
      key: "channel",
      label: t.field.channel,
      options: CHANNELS.map(({ code, name }) => ({
        value: code,
        label: text(name),
        mark: <ChannelTag code={code} named={false} />,
      })),
    },
    {
      kind: "choice",
      key: "assignee",
      label: t.field.assignee,
      options: people.map((person) => ({
        value: person.id,
        label: person.name,
        mark: <MemberAvatar person={person} />,
      })),
    },
    {
      kind: "choice",
      key: "status",
      label: t.field.status,
      options: TASK_STATUSES.map((value) => ({
        value,
        label: t.status[value],
        mark: <TaskStatusRing status={value} named={false} />,
      })),
    },
  ];
  const { channel, assignee, status } = state;
  return (
    <FilterChips
      filters={filters}
      values={{ channel, assignee, status }}
      onChange={(key, values) => setState({ [key]: values })}
      leading={leading}
      trailing={trailing}
    />
  );
}
