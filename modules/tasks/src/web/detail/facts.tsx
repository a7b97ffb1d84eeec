import { useFormat, useMessages } from "@yutu/i18n";
import { calendarDate, daysBetween } from "@yutu/kernel";
import { CHANNELS } from "@yutu/projects/domain";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import { AppLink, CloseIcon, MemberAvatar, type Person } from "@yutu/ui";
import { Select } from "antd";
import type { ReactElement, ReactNode } from "react";
import { PRIORITIES, TASK_STATUSES } from "../../domain/status.ts";
import { usePhases } from "../list/use-group-names.ts";
import { PriorityMark } from "../look/priority-mark.tsx";
import { TaskStatusRing } from "../look/task-status.tsx";
import { taskTexts } from "../messages.ts";
import type { Task } from "../task-row.ts";
import { useMembers } from "../use-members.ts";
import { CommitInput } from "./commit-input.tsx";
import "./detail.css";
import { Fact } from "./fact.tsx";
import { detailTexts } from "./messages.ts";
import { MoneyFacts } from "./money-facts.tsx";
import type { ChangeTask } from "./use-task.ts";

interface Props {
  readonly task: Task;
  readonly change: ChangeTask;
}

const face = (person: Person): ReactElement => <MemberAvatar person={person} named />;

/** What the person sees who may not change anything, in the same places. */
function usePeopleOptions(task: Task): { readonly value: string; readonly label: string; readonly person: Person }[] {
  const members = useMembers();
  const known = new Map(members.map((person) => [person.id, person]));
  for (const { memberId: id, memberName: name } of [...task.assignees, ...(task.accountable ? [task.accountable] : [])])
    if (!known.has(id)) known.set(id, { id, name });
  return [...known.values()].map((person) => ({ value: person.id, label: person.name, person }));
}

function StateFacts({ task, change }: Props): ReactElement {
  const t = useMessages(taskTexts);
  const disabled = !task.abilities.edit;
  const phases = usePhases(task.projectId);
  return (
    <>
      <Fact label={t.field.status}>
        <Select
          variant="borderless"
          aria-label={t.field.status}
          disabled={disabled}
          value={task.status}
          onChange={(status) => void change({ status })}
          options={TASK_STATUSES.map((value) => ({ value, label: t.status[value] }))}
          optionRender={({ data }) => <TaskStatusRing status={data.value} />}
          labelRender={() => <TaskStatusRing status={task.status} overdue={task.overdue} />}
        />
      </Fact>
      <Fact label={t.field.priority}>
        <Select
          variant="borderless"
          aria-label={t.field.priority}
          disabled={disabled}
          value={task.priority}
          onChange={(priority) => void change({ priority })}
          options={PRIORITIES.map((value) => ({ value, label: t.priority[value] }))}
          optionRender={({ data }) => <PriorityMark priority={data.value} named />}
          labelRender={() => <PriorityMark priority={task.priority} named />}
        />
      </Fact>
      <Fact label={t.field.phase}>
        <Select
          variant="borderless"
          allowClear
          aria-label={t.field.phase}
          disabled={disabled}
          placeholder={t.noPhase}
          value={task.phaseId}
          onChange={(phaseId: string | undefined) => void change({ phaseId: phaseId ?? null })}
          options={phases.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Fact>
    </>
  );
}

function PeopleFacts({ task, change }: Props): ReactElement {
  const t = useMessages(taskTexts);
  const words = useMessages(detailTexts);
  const options = usePeopleOptions(task);
  const disabled = !task.abilities.edit;
  const byId = new Map(options.map(({ value, person }) => [value, person]));
  const nameOf = (id: unknown): ReactNode => {
    const person = byId.get(String(id));
    return person ? face(person) : null;
  };
  return (
    <>
      <Fact label={t.field.assignee}>
        <Select
          mode="multiple"
          variant="borderless"
          aria-label={t.field.assignee}
          disabled={disabled}
          placeholder={t.noAssignee}
          showSearch={{ optionFilterProp: "label" }}
          value={task.assignees.map((a) => a.memberId)}
          onChange={(assigneeIds: string[]) => void change({ assigneeIds })}
          options={options}
          optionRender={({ data }) => face(data.person)}
          tagRender={({ value, closable, onClose }) => (
            <span className="tk-person-tag">
              {nameOf(value)}
              {closable && !disabled && (
                <button
                  type="button"
                  className="yt-plain yt-icon-button"
                  aria-label={`${words.remove} ${byId.get(String(value))?.name ?? ""}`}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={onClose}
                >
                  <CloseIcon width={11} height={11} />
                </button>
              )}
            </span>
          )}
        />
      </Fact>
      <Fact label={t.field.accountable}>
        <Select
          allowClear
          variant="borderless"
          aria-label={t.field.accountable}
          disabled={disabled}
          placeholder={t.none}
          showSearch={{ optionFilterProp: "label" }}
          value={task.accountable?.memberId ?? null}
          onChange={(id: string | null | undefined) => void change({ accountableId: id ?? null })}
          options={options}
          optionRender={({ data }) => face(data.person)}
          labelRender={({ value }) => nameOf(value)}
        />
      </Fact>
    </>
  );
}

function Slippage({ task }: { readonly task: Task }): ReactElement | null {
  const t = useMessages(detailTexts);
  const format = useFormat();
  const { baselineStart: start, baselineDue: due, dueDate } = task;
  if (!start || !due || !dueDate) return null;
  const days = daysBetween(calendarDate(due), calendarDate(dueDate));
  return (
    <span className="yt-figures" title={format.fullRange(start, due)}>
      {format.range(start, due)} <span className="tk-quiet">{days === 0 ? t.onPlan : t.slippage({ days })}</span>
    </span>
  );
}

function TimeFacts({ task, change }: Props): ReactElement {
  const t = useMessages(taskTexts);
  const disabled = !task.abilities.edit;
  const date = (label: string, value: string | null, save: (value: string | null) => void): ReactElement => (
    <CommitInput
      type="date"
      label={label}
      disabled={disabled}
      value={value ?? ""}
      onCommit={(text) => save(text === "" ? null : text)}
    />
  );
  return (
    <>
      <Fact label={t.field.dates}>
        <span className="tk-dates-pair">
          {!task.milestone && (
            <>
              {date(t.field.start, task.startDate, (startDate) => void change({ startDate }))}
              <span aria-hidden="true">–</span>
            </>
          )}
          {date(t.field.due, task.dueDate, (dueDate) => void change({ dueDate }))}
          {!task.milestone && task.startDate && (
            <span className="tk-quiet">{t.days({ count: task.durationDays })}</span>
          )}
          {task.milestone && <span className="tk-quiet">{t.milestone}</span>}
        </span>
      </Fact>
      {task.baselineDue && (
        <Fact label={t.field.baseline}>
          <Slippage task={task} />
        </Fact>
      )}
      <Fact label={t.field.progress}>
        <CommitInput
          type="number"
          label={t.field.progress}
          short
          disabled={disabled}
          value={String(task.progress)}
          onCommit={(text) => {
            const progress = Math.max(0, Math.min(100, Math.round(Number(text))));
            if (text !== "" && Number.isFinite(progress)) void change({ progress });
          }}
        />
        <span className="tk-quiet" aria-hidden="true">
          %
        </span>
      </Fact>
    </>
  );
}

function PlaceFacts({ task, change }: Props): ReactElement {
  const t = useMessages(taskTexts);
  const text = useLocalText();
  const disabled = !task.abilities.edit;
  return (
    <>
      <Fact label={t.field.channel}>
        <Select
          allowClear
          variant="borderless"
          aria-label={t.field.channel}
          disabled={disabled}
          placeholder={t.noChannel}
          value={task.channel}
          onChange={(channel: string | undefined) => void change({ channel: channel ?? null })}
          options={CHANNELS.map(({ code, name }) => ({ value: code, label: text(name) }))}
          optionRender={({ value }) => <ChannelTag code={String(value)} />}
          labelRender={({ value }) => <ChannelTag code={String(value)} />}
        />
      </Fact>
      <Fact label={t.field.labels}>
        <Select
          mode="tags"
          variant="borderless"
          aria-label={t.field.labels}
          disabled={disabled}
          placeholder={t.none}
          value={[...task.labels]}
          tokenSeparators={[",", "，", "、"]}
          onChange={(labels: string[]) => void change({ labels })}
        />
      </Fact>
    </>
  );
}

/** The attributes of a task, each changed where it stands. */
export function TaskFacts({ task, change }: Props): ReactElement {
  const t = useMessages(taskTexts);
  return (
    <dl className="tk-facts">
      <StateFacts task={task} change={change} />
      <PlaceFacts task={task} change={change} />
      <PeopleFacts task={task} change={change} />
      <TimeFacts task={task} change={change} />
      <MoneyFacts task={task} change={change} />
      <Fact label={t.field.project}>
        <AppLink to={`/projects/${task.project.id}/tasks`} className="yt-ellipsis">
          {task.project.name}
        </AppLink>
      </Fact>
      {task.parent && (
        <Fact label={t.field.parent}>
          <AppLink to={`/tasks/${task.parent.id}`} className="yt-ellipsis">
            {task.parent.title}
          </AppLink>
        </Fact>
      )}
    </dl>
  );
}
