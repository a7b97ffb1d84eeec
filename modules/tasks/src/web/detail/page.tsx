import { useMessages } from "@yutu/i18n";
import { AppLink, PageHeader, ProblemNotice, Skeleton, useGo, useMedia, useRouteParam, useShortcut } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { taskCode } from "../../domain/code.ts";
import { usePhases } from "../list/use-group-names.ts";
import { TaskPick, usePickKeys } from "../pick/task-picks.tsx";
import type { Task } from "../task-row.ts";
import { Attachments } from "./attachments.tsx";
import { Checklist } from "./checklist.tsx";
import { Description } from "./description.tsx";
import { RenameField } from "./rename-field.tsx";
import "./detail.css";
import { TaskFacts } from "./facts.tsx";
import { Links } from "./links.tsx";
import { detailTexts } from "./messages.ts";
import { Subtasks } from "./subtasks.tsx";
import { Talk } from "./talk.tsx";
import { TaskMenu } from "./task-menu.tsx";
import { type ChangeTask, useChangeTask, useTask } from "./use-task.ts";

/** Beside each other, or on narrow screens below each other: then the facts come before what is said about them. */
function Loaded({ task, change }: { readonly task: Task; readonly change: ChangeTask }): ReactElement {
  const words = useMessages(detailTexts);
  const go = useGo();
  const phases = usePhases(task.projectId);
  const narrow = useMedia("(max-width: 1023px)");
  const [renaming, setRenaming] = useState(false);
  const { edit } = task.abilities;
  const [picking, setPicking] = usePickKeys(() => [task], edit);
  useShortcut({ keys: "e", label: words.rename, enabled: edit, run: () => setRenaming(true) });
  return (
    <>
      <PageHeader
        title={task.title}
        colour={task.project.color}
        context={
          <>
            <span className="yt-figures">{taskCode(task.number)}</span>
            {" · "}
            <AppLink to={`/projects/${task.project.id}/tasks`}>{task.project.name}</AppLink>
          </>
        }
        action={
          <TaskMenu
            task={task}
            change={change}
            onRename={() => setRenaming(true)}
            onGone={() => go(`/projects/${task.project.id}/tasks`)}
          />
        }
      />
      <div className="tk-page">
        <div className="tk-page-main">
          {renaming && <RenameField task={task} change={change} onLeave={() => setRenaming(false)} />}
          {narrow && <TaskFacts task={task} change={change} />}
          <Description task={task} change={change} />
          <Checklist task={task} change={change} />
          <Subtasks task={task} />
          {narrow && <Links task={task} />}
          <Attachments task={task} />
          <Talk task={task} />
        </div>
        {!narrow && (
          <aside className="tk-page-side" aria-label={words.properties}>
            <TaskFacts task={task} change={change} />
            <Links task={task} />
          </aside>
        )}
      </div>
      {picking && <TaskPick picking={picking} phases={phases} onClose={() => setPicking(undefined)} />}
    </>
  );
}

/** A task on a page of its own. */
export default function TaskPage(): ReactElement {
  const taskId = useRouteParam("taskId");
  const { task, problem, reload } = useTask(taskId);
  const change = useChangeTask(task);
  if (problem && !task) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!task) return <Skeleton columns={["1fr", "340px"]} />;
  return <Loaded key={task.id} task={task} change={change} />;
}
