import { useFormat } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import type { ReactElement } from "react";
import { taskCode } from "../../domain/code.ts";
import { TaskPeople } from "../look/people.tsx";
import { PriorityMark } from "../look/priority-mark.tsx";
import { TaskCounts } from "../look/task-title.tsx";
import type { TaskRow } from "../task-row.ts";
import "./board.css";

/** Characters that fit on one line of a card, counting a Han character as two. */
const LINE_UNITS = 34;
const widthOf = (text: string): number =>
  [...new Intl.Segmenter().segment(text)].reduce(
    (sum, { segment }) => sum + (/[\u2e80-\uffef]/.test(segment) ? 2 : 1),
    0,
  );

/** Cards never grow: one or two lines of title. */
export const cardHeight = (row: TaskRow): number => (widthOf(row.title) > LINE_UNITS ? 110 : 90);

/** A task on the board. */
export function BoardTask({ row }: { readonly row: TaskRow }): ReactElement {
  const format = useFormat();
  return (
    <div className="tk-card" data-ended={row.status === "done" || row.status === "cancelled"}>
      <span className="tk-card-top">
        <span className="tk-code">{taskCode(row.number)}</span>
        {row.priority !== "medium" && <PriorityMark priority={row.priority} />}
        <TaskCounts row={row} />
      </span>
      <span className="tk-card-title">
        {row.milestone && <span className="tk-diamond" aria-hidden="true" />}
        {row.title}
      </span>
      <span className="tk-card-foot">
        {row.channel && <ChannelTag code={row.channel} named={false} />}
        {row.dueDate && (
          <span className="yt-figures tk-dates" data-late={row.overdue}>
            {format.monthDay(row.dueDate)}
          </span>
        )}
        <span className="tk-card-people">
          <TaskPeople people={row.assignees} named={false} />
        </span>
      </span>
    </div>
  );
}
