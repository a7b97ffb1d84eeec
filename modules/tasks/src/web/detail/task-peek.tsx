import { useMessages } from "@yutu/i18n";
import { PeekPanel, ProblemNotice, Skeleton, useShortcut } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { taskCode } from "../../domain/code.ts";
import type { Task } from "../task-row.ts";
import { Attachments } from "./attachments.tsx";
import { Checklist } from "./checklist.tsx";
import { Description } from "./description.tsx";
import { TaskFacts } from "./facts.tsx";
import { Links } from "./links.tsx";
import { detailTexts } from "./messages.ts";
import { RenameField } from "./rename-field.tsx";
import { Subtasks } from "./subtasks.tsx";
import { Talk } from "./talk.tsx";
import { TaskMenu } from "./task-menu.tsx";
import { type ChangeTask, useChangeTask, useTask } from "./use-task.ts";

interface Props {
  readonly taskId: string;
  readonly onClose: () => void;
  readonly onStep?: (step: 1 | -1) => void;
  readonly onOpenFull: () => void;
}

interface DetailProps {
  readonly task: Task;
  readonly change: ChangeTask;
  readonly renaming: boolean;
  readonly onRenamed: () => void;
}

/** Everything about a task, one below the other. */
function Detail({ task, change, renaming, onRenamed }: DetailProps): ReactElement {
  return (
    <>
      {renaming && <RenameField task={task} change={change} onLeave={onRenamed} />}
      <TaskFacts task={task} change={change} />
      <Description task={task} change={change} />
      <Checklist task={task} change={change} />
      <Subtasks task={task} />
      <Links task={task} />
      <Attachments task={task} />
      <Talk key={task.id} task={task} />
    </>
  );
}

/** A task beside the list it was picked from. */
export function TaskPeek({ taskId, onClose, onStep, onOpenFull }: Props): ReactElement {
  const words = useMessages(detailTexts);
  const { task, problem, reload } = useTask(taskId);
  const change = useChangeTask(task);
  const [renaming, setRenaming] = useState(false);
  useShortcut({
    keys: "e",
    label: words.rename,
    enabled: task?.abilities.edit ?? false,
    run: () => setRenaming(true),
  });
  return (
    <PeekPanel
      open
      code={task ? taskCode(task.number) : words.loading}
      title={task?.title ?? words.loading}
      onClose={onClose}
      onOpenFull={onOpenFull}
      {...(onStep ? { onStep } : {})}
      actions={task && <TaskMenu task={task} change={change} onRename={() => setRenaming(true)} onGone={onClose} />}
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {!task && !problem && <Skeleton rows={6} columns={["84px", "1fr"]} />}
      {task && (
        <Detail key={task.id} task={task} change={change} renaming={renaming} onRenamed={() => setRenaming(false)} />
      )}
    </PeekPanel>
  );
}
