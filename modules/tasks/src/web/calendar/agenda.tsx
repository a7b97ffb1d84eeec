import { useFormat, useMessages } from "@yutu/i18n";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import { EmptyState, MobileCard, MobileCards } from "@yutu/ui";
import type { ReactElement } from "react";
import { TaskPeople } from "../look/people.tsx";
import { TaskStatusRing } from "../look/task-status.tsx";
import "./calendar.css";
import { calendarTexts } from "./messages.ts";
import type { Calendar, CalendarTask } from "./use-calendar.ts";

interface Props {
  readonly calendar: Calendar;
  readonly from: string;
  readonly onOpen: (taskId: string) => void;
}

/** What begins on each day; what runs already stands under the first day shown. */
export function Agenda({ calendar, from, onOpen }: Props): ReactElement {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  const text = useLocalText();
  const days = new Map<string, CalendarTask[]>(calendar.nodes.map((node) => [node.date, []]));
  for (const task of calendar.tasks) {
    const day = task.startDate < from ? from : task.startDate;
    const list = days.get(day);
    if (list) list.push(task);
    else days.set(day, [task]);
  }
  const ordered = [...days].sort(([a], [b]) => a.localeCompare(b));
  if (ordered.length === 0) return <EmptyState text={t.empty} />;
  return (
    <div className="tk-agenda">
      {ordered.map(([day, list]) => (
        <section key={day}>
          <h2 className="tk-agenda-head yt-figures" data-today={day === calendar.today}>
            {format.longDay(day)}
            {calendar.nodes
              .filter((node) => node.date === day)
              .map((node) => (
                <em key={node.name.en}>{text(node.name)}</em>
              ))}
          </h2>
          <MobileCards label={format.longMonthDay(day)}>
            {list.map((task) => (
              <MobileCard
                key={task.id}
                title={task.title}
                mark={<TaskPeople people={task.assignees} named={false} />}
                facts={
                  <>
                    <TaskStatusRing status={task.status} overdue={task.overdue} />
                    {task.channel && <ChannelTag code={task.channel} />}
                    <span className="yt-figures">{format.range(task.startDate, task.dueDate)}</span>
                  </>
                }
                onOpen={() => onOpen(task.id)}
              />
            ))}
          </MobileCards>
        </section>
      ))}
    </div>
  );
}
