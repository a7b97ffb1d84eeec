import { useMessages } from "@yutu/i18n";
import { hasDraft, MarkdownEditor, MarkdownView, useDraft } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { taskTexts } from "../messages.ts";
import type { Task } from "../task-row.ts";
import { detailTexts } from "./messages.ts";
import { Section } from "./section.tsx";
import type { ChangeTask } from "./use-task.ts";

interface Props {
  readonly task: Task;
  readonly change: ChangeTask;
}

const draftKeyOf = ({ id }: Task): string => `description.${id}`;

function Editor({ task, change, onClose }: Props & { readonly onClose: () => void }): ReactElement {
  const t = useMessages(taskTexts);
  const words = useMessages(detailTexts);
  const [draft, setDraft] = useDraft(draftKeyOf(task));
  const [text, setText] = useState(draft === "" ? task.description : draft);
  const write = (next: string): void => {
    setText(next);
    setDraft(next === task.description ? "" : next);
  };
  return (
    <>
      <MarkdownEditor label={words.description} value={text} onChange={write} />
      <div className="tk-buttons">
        <Button
          size="small"
          onClick={() => {
            setDraft("");
            onClose();
          }}
        >
          {t.cancel}
        </Button>
        <Button
          size="small"
          type="primary"
          onClick={() =>
            void change({ description: text }).then((saved) => {
              if (!saved) return;
              setDraft("");
              onClose();
            })
          }
        >
          {t.save}
        </Button>
      </div>
    </>
  );
}

/** What the task is about, in Markdown; a half-written change survives leaving the page. */
export function Description({ task, change }: Props): ReactElement | null {
  const t = useMessages(detailTexts);
  const [editing, setEditing] = useState(() => task.abilities.edit && hasDraft(draftKeyOf(task)));
  const { edit } = task.abilities;
  if (!edit && task.description === "") return null;
  return (
    <Section
      title={t.description}
      action={
        edit &&
        !editing &&
        task.description !== "" && (
          <button type="button" className="yt-plain tk-text-button" onClick={() => setEditing(true)}>
            {t.edit}
          </button>
        )
      }
    >
      {editing && <Editor task={task} change={change} onClose={() => setEditing(false)} />}
      {!editing && task.description !== "" && <MarkdownView text={task.description} />}
      {!editing && task.description === "" && (
        <button type="button" className="yt-plain tk-description tk-quiet" onClick={() => setEditing(true)}>
          {t.addDescription}
        </button>
      )}
    </Section>
  );
}
