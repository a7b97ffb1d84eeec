import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { ChannelTag } from "@yutu/projects/web";
import { MobileCard, MobileCards } from "@yutu/ui";
import type { ReactElement } from "react";
import { TaskPeople } from "../look/people.tsx";
import { TaskStatusRing } from "../look/task-status.tsx";
import { taskTexts } from "../messages.ts";
import type { TaskRow } from "../task-row.ts";
import { type GroupNames, groupKey, groupName } from "./group-tasks.ts";
import type { Group } from "./list-state.ts";
import "./task-cards.css";

interface Props {
  readonly rows: readonly TaskRow[];
  readonly group: Group;
  readonly names: GroupNames;
  readonly currency: string;
  readonly onOpen: (row: TaskRow) => void;
}

export function TaskCard({
  row,
  currency,
  onOpen,
}: {
  readonly row: TaskRow;
  readonly currency: string;
  readonly onOpen: (row: TaskRow) => void;
}): ReactElement {
  const format = useFormat();
  const money = row.budgetMinor === null ? "" : format.money(row.budgetMinor, isCurrency(currency) ? currency : "CNY");
  return (
    <MobileCard
      title={
        <>
          {row.milestone && <span className="tk-diamond" aria-hidden="true" />}
          {row.title}
        </>
      }
      mark={<TaskPeople people={row.assignees} named={false} />}
      facts={
        <>
          <TaskStatusRing status={row.status} overdue={row.overdue} />
          {row.channel && <ChannelTag code={row.channel} />}
          {row.dueDate && (
            <span className="yt-figures tk-dates" data-late={row.overdue}>
              {format.monthDay(row.dueDate)}
            </span>
          )}
        </>
      }
      figure={money}
      onOpen={() => onOpen(row)}
    />
  );
}

function sections(
  rows: readonly TaskRow[],
  group: Group,
): { readonly key: string; readonly rows: readonly TaskRow[] }[] {
  const byKey = new Map<string, TaskRow[]>();
  for (const row of rows) {
    const key = groupKey(row, group);
    const list = byKey.get(key);
    if (list) list.push(row);
    else byKey.set(key, [row]);
  }
  return [...byKey].map(([key, members]) => ({ key, rows: members }));
}

/** The list on phones: two lines a task, under the heads of its groups. */
export function TaskCards({ rows, group, names, currency, onOpen }: Props): ReactElement {
  const t = useMessages(taskTexts);
  return (
    <div className="tk-cards">
      {sections(rows, group).map((section) => {
        const name = groupName(section.key, section.rows, group, names);
        return (
          <section key={section.key}>
            {name !== "" && (
              <h2 className="tk-cards-head">
                {name} <span className="yt-figures">{section.rows.length}</span>
              </h2>
            )}
            <MobileCards label={name || t.tasks}>
              {section.rows.map((row) => (
                <TaskCard key={row.id} row={row} currency={currency} onOpen={onOpen} />
              ))}
            </MobileCards>
          </section>
        );
      })}
    </div>
  );
}
