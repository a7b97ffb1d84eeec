import { useMessages } from "@yutu/i18n";
import { AppLink, useCommand } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { tasks } from "../../contract/index.ts";
import { taskCode } from "../../domain/code.ts";
import { TaskPeople } from "../look/people.tsx";
import { TaskStatusRing } from "../look/task-status.tsx";
import type { Task } from "../task-row.ts";
import { CommitInput } from "./commit-input.tsx";
import { detailTexts } from "./messages.ts";
import { Section } from "./section.tsx";

/** Tasks below this one, and a field for the next. */
export function Subtasks({ task }: { readonly task: Task }): ReactElement | null {
  const t = useMessages(detailTexts);
  const [round, setRound] = useState(0);
  const create = useCommand(tasks.createTask);
  const { edit } = task.abilities;
  if (task.subtasks.length === 0 && !edit) return null;
  const done = task.subtasks.filter((row) => row.status === "done").length;
  return (
    <Section title={t.subtasks} note={task.subtasks.length > 0 ? `${done} / ${task.subtasks.length}` : undefined}>
      <ul className="tk-links">
        {task.subtasks.map((row) => (
          <li key={row.id}>
            <AppLink to={`/tasks/${row.id}`} className="tk-link-name">
              <TaskStatusRing status={row.status} overdue={row.overdue} named={false} />
              <span className="tk-code">{taskCode(row.number)}</span>
              <span className="yt-ellipsis">{row.title}</span>
            </AppLink>
            <TaskPeople people={row.assignees} named={false} />
          </li>
        ))}
      </ul>
      {edit && !task.milestone && (
        <CommitInput
          key={round}
          type="text"
          label={t.addSubtask}
          placeholder={t.addSubtask}
          value=""
          maxLength={200}
          autoFocus={round > 0}
          onCommit={(title) => {
            if (title.trim() === "") return;
            const { projectId, phaseId, channel } = task;
            const body = { projectId, phaseId, channel, title: title.trim(), parentId: task.id };
            void create.run({ body }).then((made) => {
              if (made.ok) setRound((before) => before + 1);
            });
          }}
        />
      )}
    </Section>
  );
}
