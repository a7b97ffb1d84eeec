import { useMessages } from "@yutu/i18n";
import { PresentPeople, useAnnounce, usePresence } from "@yutu/projects/web";
import { Segmented } from "antd";
import { type ReactElement, useState } from "react";
import type { Task } from "../task-row.ts";
import { Activity } from "./activity.tsx";
import { Comments } from "./comments.tsx";
import { detailTexts } from "./messages.ts";

/** Conversation or history, one at a time, and who else is there. */
export function Talk({ task }: { readonly task: Task }): ReactElement {
  const t = useMessages(detailTexts);
  const [shown, setShown] = useState<"comments" | "activity">("comments");
  const [typing, setTyping] = useState(false);
  useAnnounce({ projectId: task.projectId, taskId: task.id, typing });
  const present = usePresence(task.projectId).filter((person) => person.taskId === task.id);
  return (
    <section className="tk-section" aria-label={t.comments}>
      <header>
        <Segmented
          size="small"
          value={shown}
          onChange={setShown}
          options={[
            { value: "comments", label: task.comments > 0 ? `${t.comments} ${task.comments}` : t.comments },
            { value: "activity", label: t.activity },
          ]}
        />
        <PresentPeople people={present} />
      </header>
      {shown === "comments" ? <Comments task={task} onTyping={setTyping} /> : <Activity task={task} />}
    </section>
  );
}
