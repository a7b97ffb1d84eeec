import { useFormat, useMessages } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import { usePermission, usePhone } from "@yutu/ui";
import type { CSSProperties, ReactElement } from "react";
import { PriorityMark } from "../look/priority-mark.tsx";
import { TaskStatusRing } from "../look/task-status.tsx";
import { TaskCounts } from "../look/task-title.tsx";
import { taskTexts } from "../messages.ts";
import type { TaskRow } from "../task-row.ts";
import type { TaskChanges } from "../use-task-changes.ts";
import "./day.css";
import { dayTexts } from "./messages.ts";

interface Props {
  readonly title: string;
  readonly rows: readonly TaskRow[];
  readonly alarm?: boolean;
  readonly projectOf: (projectId: string) => { readonly name: string; readonly color: string } | undefined;
  readonly changes: TaskChanges;
  readonly current: string;
  readonly onOpen: (row: TaskRow) => void;
}

/** A short list of tasks with a ring to finish each. */
export function DayList({
  title,
  rows,
  alarm = false,
  projectOf,
  changes,
  current,
  onOpen,
}: Props): ReactElement | null {
  const t = useMessages(dayTexts);
  const words = useMessages(taskTexts);
  const format = useFormat();
  const phone = usePhone();
  const editable = usePermission("tasks.edit");
  if (rows.length === 0) return null;
  const finish = (row: TaskRow): void =>
    void changes.change(row, { status: "done" }, words.statusSet({ title: row.title, status: words.status.done }));
  return (
    <section className="tk-day-section" aria-label={title}>
      <h2 data-alarm={alarm}>
        {title} <span className="yt-figures">{rows.length}</span>
      </h2>
      <ul>
        {rows.map((row) => {
          const project = projectOf(row.projectId);
          return (
            <li key={row.id} className="tk-day-row" data-current={row.id === current} data-done={row.status === "done"}>
              <button
                type="button"
                className="yt-plain tk-day-ring"
                aria-label={t.finish({ title: row.title })}
                disabled={!editable || row.status === "done"}
                onClick={() => finish(row)}
              >
                <TaskStatusRing status={row.status} overdue={row.overdue} named={false} />
              </button>
              <button type="button" className="yt-plain tk-day-open" onClick={() => onOpen(row)}>
                <span className="tk-day-title yt-ellipsis">{row.title}</span>
                {(row.priority === "urgent" || row.priority === "high") && <PriorityMark priority={row.priority} />}
                {!phone && <TaskCounts row={row} />}
              </button>
              {!phone && row.channel && <ChannelTag code={row.channel} named={false} />}
              {!phone && project && (
                <span className="tk-day-project yt-ellipsis">
                  <span
                    className="tk-project-dot"
                    style={{ "--tk-colour": project.color } as CSSProperties}
                    aria-hidden="true"
                  />
                  {project.name}
                </span>
              )}
              <span className="tk-dates yt-figures" data-late={row.overdue}>
                {row.dueDate ? format.monthDay(row.dueDate) : ""}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
