import { useMessages } from "@yutu/i18n";
import { tasks } from "@yutu/tasks/contract";
import { taskCode } from "@yutu/tasks/domain";
import { useClient, useOperation, usePermission } from "@yutu/ui";
import { Form, Select } from "antd";
import { type ReactElement, useRef, useState } from "react";
import { budgetTexts } from "../messages.ts";

interface Props {
  readonly projectId: string;
  /** The task that the form begins with. */
  readonly initial: string | undefined;
}

interface Found {
  readonly value: string;
  readonly label: string;
}

const optionOf = (task: { readonly id: string; readonly number: number; readonly title: string }): Found => ({
  value: task.id,
  label: `${taskCode(task.number)} ${task.title}`,
});

/** What the money was for: a task of the project, found by its words; none is fine. */
export function TaskField({ projectId, initial }: Props): ReactElement | null {
  const t = useMessages(budgetTexts);
  const client = useClient();
  const enabled = usePermission("tasks.view");
  const { data } = useOperation(
    tasks.getTask,
    { params: { taskId: initial ?? "" } },
    { enabled: enabled && initial !== undefined },
  );
  const [found, setFound] = useState<readonly Found[]>([]);
  const asked = useRef(0);
  const search = async (q: string): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await client.call(tasks.listTasks, { query: { projectId, q, limit: 20 } });
    if (turn === asked.current && answer.ok) setFound(answer.value.items.map(optionOf));
  };
  if (!enabled) return null;
  const first = data ? [optionOf(data)] : [];
  const options = [...first.filter(({ value }) => !found.some((each) => each.value === value)), ...found];
  return (
    <Form.Item name="taskId" label={t.taskOptional}>
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: (q) => void search(q) }}
        placeholder={t.chooseTask}
        options={options}
        onOpenChange={(open) => {
          if (open) void search("");
        }}
      />
    </Form.Item>
  );
}
