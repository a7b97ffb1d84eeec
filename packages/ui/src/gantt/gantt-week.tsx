import { useFormat, useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import { MobileCard, MobileCards } from "../cards/mobile-card.tsx";
import { EmptyState } from "../page/empty-state.tsx";
import { StatusRing } from "../status/status-ring.tsx";
import { dayNumber, dayText, mondayOf } from "../timeline/day.ts";
import type { GanttProps } from "./gantt-props.ts";
import { ganttTexts } from "./messages.ts";

/** The phone's form of the plan: what runs this week, to read. */
export function GanttWeek({ tasks, today, onOpen }: GanttProps): ReactElement {
  const t = useMessages(ganttTexts);
  const format = useFormat();
  const monday = mondayOf(dayNumber(today));
  const [first, last] = [dayText(monday), dayText(monday + 6)];
  const parents = new Set(tasks.map((task) => task.parentId));
  const running = tasks
    .filter((task) => !parents.has(task.id) && task.start <= last && task.finish >= first)
    .toSorted((a, b) => a.finish.localeCompare(b.finish));
  const title = t.thisWeek({ range: format.range(first, last) });
  return (
    <section className="yt-gantt-week">
      <h2>{title}</h2>
      <p>{t.readOnly}</p>
      {running.length === 0 && <EmptyState text={t.nothingThisWeek} />}
      <MobileCards label={title}>
        {running.map((task) => (
          <MobileCard
            key={task.id}
            title={task.name}
            facts={
              <>
                <StatusRing
                  stage={task.progress}
                  tone={task.progress >= 1 ? "done" : "active"}
                  label={format.percent(task.progress, 0)}
                />
                {task.critical === true && <span className="yt-gantt-critical">{t.critical}</span>}
              </>
            }
            figure={format.range(task.start, task.finish)}
            {...(onOpen ? { onOpen: () => onOpen(task.id) } : {})}
          />
        ))}
      </MobileCards>
    </section>
  );
}
