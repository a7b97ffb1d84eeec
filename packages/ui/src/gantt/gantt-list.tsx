import { useFormat, useMessages } from "@yutu/i18n";
import { memo, type ReactElement } from "react";
import { ChevronDownIcon, ChevronRightIcon } from "../icons/icons.tsx";
import type { GanttRow } from "./gantt-rows.ts";
import { ROW_PX } from "./geometry.ts";
import { ganttTexts } from "./messages.ts";

interface ListRowProps {
  readonly id: string;
  readonly row: GanttRow;
  readonly index: number;
  readonly focused: boolean;
  /** Names of the tasks this one follows. */
  readonly after: string;
  readonly onPick: (index: number) => void;
  readonly onToggle: (id: string) => void;
}

const INDENT_PX = 18;

function ListRow({ id, row, index, focused, after, onPick, onToggle }: ListRowProps): ReactElement {
  const t = useMessages(ganttTexts);
  const format = useFormat();
  const { task, summary, open, depth } = row;
  const facts = [
    task.milestone ? t.milestone : t.progress({ share: format.percent(task.progress, 0) }),
    ...(task.critical ? [t.critical] : []),
    ...(after === "" ? [] : [t.after({ names: after })]),
  ];
  return (
    <div
      id={id}
      role="row"
      className="yt-gantt-row"
      data-summary={summary}
      data-focused={focused}
      aria-level={depth + 1}
      aria-expanded={summary ? open : undefined}
      aria-rowindex={index + 2}
      aria-selected={focused}
      style={{ transform: `translateY(${index * ROW_PX}px)` }}
      onClick={() => onPick(index)}
    >
      <div role="gridcell" className="yt-gantt-name" style={{ paddingInlineStart: 16 + depth * INDENT_PX }}>
        {summary && (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            className="yt-plain yt-gantt-toggle"
            onClick={(event) => {
              event.stopPropagation();
              onToggle(task.id);
            }}
          >
            {open ? <ChevronDownIcon width={13} height={13} /> : <ChevronRightIcon width={13} height={13} />}
          </button>
        )}
        <span className="yt-ellipsis">{task.name}</span>
        <span className="yt-hidden">{facts.join(", ")}</span>
      </div>
      <div role="gridcell" className="yt-gantt-dates yt-figures">
        {task.milestone ? format.monthDay(task.start) : format.range(task.start, task.finish)}
      </div>
    </div>
  );
}

/** The words beside the bars, and all that a screen reader needs of the chart. */
export const GanttListRow = memo(ListRow);
