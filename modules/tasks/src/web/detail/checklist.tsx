import { useMessages } from "@yutu/i18n";
import { CloseIcon } from "@yutu/ui";
import { type CSSProperties, type ReactElement, useState } from "react";
import type { Task } from "../task-row.ts";
import { CommitInput } from "./commit-input.tsx";
import { detailTexts } from "./messages.ts";
import { Section } from "./section.tsx";
import type { ChangeTask } from "./use-task.ts";

type Item = Task["checklist"][number];

/** Small steps of a task, ticked off one by one. */
export function Checklist({ task, change }: { readonly task: Task; readonly change: ChangeTask }): ReactElement | null {
  const t = useMessages(detailTexts);
  const [round, setRound] = useState(0);
  const { checklist: items } = task;
  const { edit } = task.abilities;
  if (items.length === 0 && !edit) return null;
  const save = (checklist: readonly Item[]): void => void change({ checklist: [...checklist] });
  const done = items.filter((item) => item.done).length;
  const style = { "--tk-share": `${items.length > 0 ? (done / items.length) * 100 : 0}%` } as CSSProperties;
  return (
    <Section
      title={t.checklist}
      note={items.length > 0 ? `${done} / ${items.length}` : undefined}
      action={
        items.length > 0 && (
          <span className="tk-progress" style={style} aria-hidden="true">
            <span />
          </span>
        )
      }
    >
      <ul className="tk-checks">
        {items.map((item) => (
          <li key={item.id} data-done={item.done}>
            <input
              type="checkbox"
              aria-label={item.text}
              checked={item.done}
              disabled={!edit}
              onChange={() => save(items.map((each) => (each.id === item.id ? { ...each, done: !each.done } : each)))}
            />
            <CommitInput
              type="text"
              label={item.text}
              value={item.text}
              maxLength={200}
              disabled={!edit}
              onCommit={(text) =>
                save(
                  text.trim() === ""
                    ? items.filter((each) => each.id !== item.id)
                    : items.map((each) => (each.id === item.id ? { ...each, text: text.trim() } : each)),
                )
              }
            />
            {edit && (
              <button
                type="button"
                className="yt-plain yt-icon-button"
                aria-label={`${t.remove} ${item.text}`}
                onClick={() => save(items.filter((each) => each.id !== item.id))}
              >
                <CloseIcon width={12} height={12} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {edit && (
        <div className="tk-checks">
          <CommitInput
            key={round}
            type="text"
            label={t.newItem}
            value=""
            maxLength={200}
            placeholder={t.addItem}
            autoFocus={round > 0}
            onCommit={(text) => {
              if (text.trim() === "") return;
              save([...items, { id: crypto.randomUUID(), text: text.trim(), done: false }]);
              setRound((before) => before + 1);
            }}
          />
        </div>
      )}
    </Section>
  );
}
