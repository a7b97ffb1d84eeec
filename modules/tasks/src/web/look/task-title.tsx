import { useMessages } from "@yutu/i18n";
import type { CSSProperties, ReactElement } from "react";
import { taskCode } from "../../domain/code.ts";
import { taskTexts } from "../messages.ts";
import type { TaskRow } from "../task-row.ts";
import { CommentIcon, ListIcon, PaperclipIcon } from "./icons.tsx";
import "./look.css";
import { PriorityMark } from "./priority-mark.tsx";

interface Props {
  readonly row: TaskRow;
  readonly project?: { readonly name: string; readonly color: string } | undefined;
}

/** Small counts of what hangs on a task. */
export function TaskCounts({ row }: { readonly row: TaskRow }): ReactElement {
  const t = useMessages(taskTexts);
  const { checklistDone: done, checklistTotal: total, comments, attachments } = row;
  return (
    <span className="tk-counts yt-figures">
      {total > 0 && (
        <span title={t.checklist({ done, total })}>
          <ListIcon />
          {done}/{total}
        </span>
      )}
      {comments > 0 && (
        <span title={t.comments({ count: comments })}>
          <CommentIcon />
          {comments}
        </span>
      )}
      {attachments > 0 && (
        <span title={t.attachments({ count: attachments })}>
          <PaperclipIcon />
          {attachments}
        </span>
      )}
    </span>
  );
}

/** Number, title and small counts on one line; `data-task` lets shortcuts find the task under the cursor. */
export function TaskTitle({ row, project }: Props): ReactElement {
  return (
    <span className="tk-title" data-task={row.id} data-done={row.status === "done" || row.status === "cancelled"}>
      {project && (
        <span
          className="tk-project-dot"
          style={{ "--tk-colour": project.color } as CSSProperties}
          title={project.name}
          aria-hidden="true"
        />
      )}
      <span className="tk-code">{taskCode(row.number)}</span>
      {row.milestone && <span className="tk-diamond" aria-hidden="true" />}
      <span className="yt-ellipsis">{row.title}</span>
      {(row.priority === "urgent" || row.priority === "high") && <PriorityMark priority={row.priority} />}
      <TaskCounts row={row} />
    </span>
  );
}
