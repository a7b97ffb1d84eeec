import { useMessages } from "@yutu/i18n";
import { tasks } from "@yutu/tasks/contract";
import { taskCode } from "@yutu/tasks/domain";
import { useOperation } from "@yutu/ui";
import { Tag } from "antd";
import type { ReactElement } from "react";
import { budgetTexts } from "../messages.ts";

/** The task whose expenses are shown; taken away, all are. */
export function TaskChip({ taskId, onClear }: { readonly taskId: string; readonly onClear: () => void }): ReactElement {
  const t = useMessages(budgetTexts);
  const { data } = useOperation(tasks.getTask, { params: { taskId } });
  const name = data ? `${taskCode(data.number)} ${data.title}` : "…";
  return (
    <Tag closable={{ "aria-label": t.allTasks }} onClose={onClear} className="bg-task-chip">
      {t.ofTask({ name })}
    </Tag>
  );
}
