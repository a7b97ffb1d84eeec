import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { ChannelTag } from "@yutu/projects/web";
import { MemberAvatar, Skeleton, usePagedOperation } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement, ReactNode } from "react";
import { tasks } from "../../contract/index.ts";
import { PRIORITIES, TASK_STATUSES } from "../../domain/status.ts";
import { taskTexts } from "../messages.ts";
import type { Task } from "../task-row.ts";
import { detailTexts } from "./messages.ts";

type Entry = OperationOutput<typeof tasks.listActivity>["items"][number];
type Change = Entry["changes"][number];

/** How a value of a field is read. */
function useReader(task: Task): (field: string, value: string | null) => ReactNode {
  const t = useMessages(taskTexts);
  const words = useMessages(detailTexts);
  const format = useFormat();
  const currency = isCurrency(task.project.currency) ? task.project.currency : "CNY";
  return (field, value) => {
    if (value === null || value === "") return words.empty;
    switch (field) {
      case "status": {
        const status = TASK_STATUSES.find((each) => each === value);
        return status ? t.status[status] : value;
      }
      case "priority": {
        const priority = PRIORITIES.find((each) => each === value);
        return priority ? t.priority[priority] : value;
      }
      case "channel":
        return <ChannelTag code={value} />;
      case "start_date":
      case "due_date":
        return format.monthDay(value);
      case "progress":
        return `${value}%`;
      case "estimate_minutes":
        return t.hours({ count: Number(value) / 60 });
      case "budget_minor":
        return format.money(Number(value), currency);
      default:
        return value;
    }
  };
}

const isField = (field: string, known: object): field is keyof typeof known => field in known;

function ChangeWords({ change, read }: { readonly change: Change; readonly read: ReturnType<typeof useReader> }) {
  const t = useMessages(detailTexts);
  const { field, before, after } = change;
  const name = isField(field, t.fieldOf) ? t.fieldOf[field] : field;
  if (field === "task" || field === "comment") return <span> {after}</span>;
  if (before === null && after === null) return <span> {name}</span>;
  return (
    <span>
      {" "}
      {name} <del>{read(field, before)}</del> → <strong>{read(field, after)}</strong>
    </span>
  );
}

function Act({ entry, read }: { readonly entry: Entry; readonly read: ReturnType<typeof useReader> }): ReactElement {
  const t = useMessages(detailTexts);
  const format = useFormat();
  const { actor } = entry;
  return (
    <li>
      {actor ? (
        <MemberAvatar person={{ id: actor.memberId, name: actor.memberName }} size={20} />
      ) : (
        <span className="tk-nobody" aria-hidden="true" />
      )}
      <span className="tk-act-words yt-prose">
        <strong>{actor?.memberName ?? t.system}</strong> {t.act[entry.kind]}
        {entry.changes.map((change) => (
          <ChangeWords key={change.field} change={change} read={read} />
        ))}
        <time dateTime={entry.at} title={format.dateTime(entry.at)}>
          {format.relative(entry.at)}
        </time>
      </span>
    </li>
  );
}

/** What happened to a task, newest first. */
export function Activity({ task }: { readonly task: Task }): ReactElement {
  const t = useMessages(detailTexts);
  const read = useReader(task);
  const list = usePagedOperation(tasks.listActivity, { params: { taskId: task.id }, query: { limit: 20 } });
  if (list.loading) return <Skeleton rows={3} columns={["20px", "1fr"]} />;
  return (
    <>
      <ul className="tk-acts">
        {list.items.map((entry) => (
          <Act key={entry.id} entry={entry} read={read} />
        ))}
      </ul>
      {list.hasMore && (
        <Button size="small" type="text" onClick={list.loadMore}>
          {t.showMore}
        </Button>
      )}
    </>
  );
}
