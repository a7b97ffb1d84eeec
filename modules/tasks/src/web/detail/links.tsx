import { useMessages } from "@yutu/i18n";
import { AppLink, CloseIcon, useClient, useCommand } from "@yutu/ui";
import { Select } from "antd";
import { type ReactElement, useRef, useState } from "react";
import { tasks } from "../../contract/index.ts";
import { taskCode } from "../../domain/code.ts";
import { TaskStatusRing } from "../look/task-status.tsx";
import type { Task } from "../task-row.ts";
import { detailTexts } from "./messages.ts";
import { Section } from "./section.tsx";

type Linked = Task["predecessors"][number];

interface Found {
  readonly value: string;
  readonly label: string;
}

/** Finds a task of the project and links it in front of this one. */
function AddPredecessor({ task }: { readonly task: Task }): ReactElement {
  const t = useMessages(detailTexts);
  const client = useClient();
  const [found, setFound] = useState<Found[]>([]);
  const asked = useRef(0);
  const add = useCommand(tasks.addLink);
  const known = new Set([task.id, ...task.predecessors.map((p) => p.taskId), ...task.successors.map((s) => s.taskId)]);
  const search = async (q: string): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await client.call(tasks.listTasks, { query: { projectId: task.projectId, q, limit: 20 } });
    if (turn !== asked.current || !answer.ok) return;
    const fresh = answer.value.items.filter((item) => !known.has(item.id));
    setFound(fresh.map(({ id, number, title }) => ({ value: id, label: `${taskCode(number)} ${title}` })));
  };
  return (
    <Select<string, Found>
      size="small"
      showSearch={{ filterOption: false, onSearch: (q) => void search(q) }}
      value={null}
      placeholder={t.addPredecessor}
      aria-label={t.addPredecessor}
      loading={add.pending}
      options={found}
      onOpenChange={(open) => {
        if (open) void search("");
      }}
      onChange={(fromId) => void add.run({ body: { fromId, toId: task.id } })}
      style={{ width: "100%" }}
    />
  );
}

function LinkList({ linked, edit }: { readonly linked: readonly Linked[]; readonly edit: boolean }): ReactElement {
  const t = useMessages(detailTexts);
  const remove = useCommand(tasks.removeLink);
  return (
    <ul className="tk-links">
      {linked.map((other) => (
        <li key={other.linkId}>
          <AppLink to={`/tasks/${other.taskId}`} className="tk-link-name">
            <TaskStatusRing status={other.status} named={false} />
            <span className="tk-code">{taskCode(other.number)}</span>
            <span className="yt-ellipsis">{other.title}</span>
          </AppLink>
          {other.type !== "FS" && <span className="tk-quiet">{t.linkType[other.type]}</span>}
          {other.lag && other.lag.kind !== "percent" && other.lag.days !== 0 && (
            <span className="tk-quiet">{t.lag({ days: other.lag.days })}</span>
          )}
          {edit && (
            <button
              type="button"
              className="yt-plain yt-icon-button"
              aria-label={t.removeLink({ name: other.title })}
              onClick={() => void remove.run({ params: { linkId: other.linkId } })}
            >
              <CloseIcon width={12} height={12} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a task waits for, and what waits for it. */
export function Links({ task }: { readonly task: Task }): ReactElement | null {
  const t = useMessages(detailTexts);
  const { edit } = task.abilities;
  const { predecessors, successors } = task;
  if (!edit && predecessors.length === 0 && successors.length === 0) return null;
  return (
    <>
      <Section title={t.predecessors} note={predecessors.length > 0 ? String(predecessors.length) : undefined}>
        <LinkList linked={predecessors} edit={edit} />
        {edit && <AddPredecessor task={task} />}
      </Section>
      {successors.length > 0 && (
        <Section title={t.successors} note={String(successors.length)}>
          <LinkList linked={successors} edit={edit} />
        </Section>
      )}
    </>
  );
}
