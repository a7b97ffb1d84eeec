import { useMessages } from "@yutu/i18n";
import { MemberAvatar, useShortcut } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { PRIORITIES, TASK_STATUSES } from "../../domain/status.ts";
import { listTexts } from "../list/messages.ts";
import { PriorityMark } from "../look/priority-mark.tsx";
import { TaskStatusRing } from "../look/task-status.tsx";
import { taskTexts } from "../messages.ts";
import type { TaskPatch, TaskRow } from "../task-row.ts";
import { useMembers } from "../use-members.ts";
import { useTaskChanges } from "../use-task-changes.ts";
import { DatePicker } from "./date-picker.tsx";
import { type Choice, Picker } from "./picker.tsx";

export type PickKind = "status" | "assignee" | "dates" | "phase" | "priority";

export interface Picking {
  readonly kind: PickKind;
  readonly rows: readonly TaskRow[];
}

interface PickProps {
  readonly picking: Picking;
  readonly phases: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

function useChoices(phases: PickProps["phases"]): Readonly<Record<Exclude<PickKind, "dates">, readonly Choice[]>> {
  const t = useMessages(taskTexts);
  const people = useMembers();
  return {
    status: TASK_STATUSES.map((value) => ({
      value,
      label: t.status[value],
      mark: <TaskStatusRing status={value} />,
    })),
    priority: PRIORITIES.map((value) => ({
      value,
      label: t.priority[value],
      mark: <PriorityMark priority={value} named />,
    })),
    assignee: [
      ...people.map((person) => ({
        value: person.id,
        label: person.name,
        mark: <MemberAvatar person={person} named />,
      })),
      { value: "", label: t.noAssignee },
    ],
    phase: [...phases.map(({ id, name }) => ({ value: id, label: name })), { value: "", label: t.noPhase }],
  };
}

function patchFor(kind: Exclude<PickKind, "dates">, value: string): TaskPatch {
  switch (kind) {
    case "status": {
      const status = TASK_STATUSES.find((each) => each === value);
      return status ? { status } : {};
    }
    case "priority": {
      const priority = PRIORITIES.find((each) => each === value);
      return priority ? { priority } : {};
    }
    case "assignee":
      return { assigneeIds: value === "" ? [] : [value] };
    case "phase":
      return { phaseId: value === "" ? null : value };
  }
}

function currentOf(kind: Exclude<PickKind, "dates">, row: TaskRow | undefined): string | undefined {
  switch (kind) {
    case "status":
      return row?.status;
    case "priority":
      return row?.priority;
    case "assignee":
      return row?.assignees[0]?.memberId;
    case "phase":
      return row?.phaseId ?? "";
  }
}

/** The dialog that changes one field of one or several tasks. */
export function TaskPick({ picking, phases, onClose, onDone }: PickProps): ReactElement {
  const t = useMessages(taskTexts);
  const words = useMessages(listTexts);
  const changes = useTaskChanges();
  const choices = useChoices(phases);
  const { kind, rows } = picking;
  const [first] = rows;
  const apply = async (patch: TaskPatch): Promise<void> => {
    const said =
      patch.status && first
        ? t.statusSet({ title: first.title, status: t.status[patch.status] })
        : t.changed({ count: 1 });
    const done =
      rows.length === 1 && first ? await changes.change(first, patch, said) : await changes.changeAll(rows, patch);
    if (done) onDone?.();
  };
  if (kind === "dates") {
    const one = rows.length === 1 ? first : undefined;
    return (
      <DatePicker
        startDate={one?.startDate ?? null}
        dueDate={one?.dueDate ?? null}
        onPick={(dates) => void apply(dates)}
        onClose={onClose}
      />
    );
  }
  return (
    <Picker
      title={words.pick[kind]}
      choices={choices[kind]}
      current={rows.length === 1 ? currentOf(kind, first) : undefined}
      onPick={(value) => void apply(patchFor(kind, value))}
      onClose={onClose}
    />
  );
}

/** S, A, D, P and M on the tasks that are meant now; the open dialog and a way to open it by mouse. */
export function usePickKeys(
  meant: () => readonly TaskRow[],
  enabled: boolean,
): readonly [Picking | undefined, (picking: Picking | undefined) => void] {
  const words = useMessages(listTexts);
  const [picking, setPicking] = useState<Picking>();
  const open = (kind: PickKind) => (): boolean => {
    const rows = meant();
    if (rows.length === 0) return false;
    setPicking({ kind, rows });
    return true;
  };
  const group = words.keys;
  useShortcut({ keys: "s", label: words.pick.status, group, enabled, run: open("status") });
  useShortcut({ keys: "a", label: words.pick.assignee, group, enabled, run: open("assignee") });
  useShortcut({ keys: "d", label: words.pick.dates, group, enabled, run: open("dates") });
  useShortcut({ keys: "p", label: words.pick.priority, group, enabled, run: open("priority") });
  useShortcut({ keys: "m", label: words.pick.phase, group, enabled, run: open("phase") });
  return [picking, setPicking];
}
