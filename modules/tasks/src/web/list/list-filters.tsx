import { useMessages } from "@yutu/i18n";
import { useLocalText } from "@yutu/projects/web";
import { type ChoiceFilter, type Filter, FilterChips } from "@yutu/ui";
import type { ReactElement, ReactNode } from "react";
import { PRIORITIES, TASK_STATUSES } from "../../domain/status.ts";
import { PriorityMark } from "../look/priority-mark.tsx";
import { TaskStatusRing } from "../look/task-status.tsx";
import { taskTexts } from "../messages.ts";
import { useMembers } from "../use-members.ts";
import { channelChoices, personChoices } from "./choices.tsx";
import { type FilterState, OPEN } from "./list-state.ts";
import { listTexts } from "./messages.ts";

interface Props {
  readonly state: FilterState;
  readonly onChange: (patch: Partial<FilterState>) => void;
  readonly leading?: ReactNode;
  readonly trailing?: ReactNode;
  /** Chips that the view leaves out, e.g. the status on a board. */
  readonly without?: readonly string[];
}

const choice = (key: string, label: string, options: ChoiceFilter["options"]): ChoiceFilter => ({
  kind: "choice",
  key,
  label,
  options,
});

function useFilters(): Filter[] {
  const t = useMessages(taskTexts);
  const words = useMessages(listTexts);
  const text = useLocalText();
  const people = useMembers();
  const statuses = TASK_STATUSES.map((value) => ({
    value,
    label: t.status[value],
    mark: <TaskStatusRing status={value} named={false} />,
  }));
  const priorities = PRIORITIES.map((value) => ({
    value,
    label: t.priority[value],
    mark: <PriorityMark priority={value} />,
  }));
  return [
    choice("status", t.field.status, [{ value: OPEN, label: words.open }, ...statuses]),
    choice("channel", t.field.channel, channelChoices(text)),
    choice("assignee", t.field.assignee, personChoices(people)),
    choice("priority", t.field.priority, priorities),
    { kind: "dates", key: "dates", label: t.field.due },
  ];
}

/** The chips over a view of tasks. */
export function ListFilters({ state, onChange, leading, trailing, without = [] }: Props): ReactElement {
  const words = useMessages(listTexts);
  const filters = useFilters().filter(({ key }) => !without.includes(key));
  if (state.overdue)
    filters.unshift({
      kind: "choice",
      key: "overdue",
      label: words.overdue,
      single: true,
      options: [{ value: "true", label: words.overdue }],
    });
  const { status, channel, assignee, priority, dates, overdue } = state;
  return (
    <FilterChips
      filters={filters}
      values={{ status, channel, assignee, priority, dates, overdue: overdue ? ["true"] : [] }}
      onChange={(key, values) => onChange(key === "overdue" ? { overdue: values.length > 0 } : { [key]: values })}
      leading={leading}
      trailing={trailing}
    />
  );
}
