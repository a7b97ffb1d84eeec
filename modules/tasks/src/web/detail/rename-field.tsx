import { useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import { taskTexts } from "../messages.ts";
import type { Task } from "../task-row.ts";
import { CommitInput } from "./commit-input.tsx";
import type { ChangeTask } from "./use-task.ts";

interface Props {
  readonly task: Task;
  readonly change: ChangeTask;
  readonly onLeave: () => void;
}

/** The title of a task, being changed; an empty one changes nothing. */
export function RenameField({ task, change, onLeave }: Props): ReactElement {
  const t = useMessages(taskTexts);
  return (
    <CommitInput
      type="text"
      className="tk-input tk-rename"
      label={t.field.title}
      value={task.title}
      maxLength={200}
      autoFocus
      onCommit={(title) => {
        if (title.trim() !== "") void change({ title: title.trim() });
      }}
      onLeave={onLeave}
    />
  );
}
