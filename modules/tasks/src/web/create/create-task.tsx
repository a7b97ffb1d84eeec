import { useMessages } from "@yutu/i18n";
import { projects } from "@yutu/projects/contract";
import { CHANNELS } from "@yutu/projects/domain";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import { Dialog, MemberAvatar, ProblemNotice, toast, useCommand, useGo, useOperation } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { tasks } from "../../contract/index.ts";
import { taskCode } from "../../domain/code.ts";
import { PRIORITIES, type Priority, type TaskStatus } from "../../domain/status.ts";
import { PriorityMark } from "../look/priority-mark.tsx";
import { taskTexts } from "../messages.ts";
import { useMembers } from "../use-members.ts";
import "./create-task.css";
import { createTexts } from "./messages.ts";

/** What the place where the task is written already says about it. */
export interface TaskStart {
  readonly projectId?: string;
  readonly phaseId?: string | null;
  readonly status?: TaskStatus;
  readonly dueDate?: string;
  readonly channel?: string;
  readonly parentId?: string;
}

interface Values {
  readonly title: string;
  readonly projectId: string;
  readonly phaseId?: string | null;
  readonly channel?: string;
  readonly assigneeIds?: string[];
  readonly startDate?: string;
  readonly dueDate?: string;
  readonly priority?: Priority;
}

interface Props {
  readonly start: TaskStart;
  readonly onClose: () => void;
}

function useProjectOptions() {
  const { data } = useOperation(projects.listProjects, { query: { open: "true", limit: 200 } }, { freshMs: 60_000 });
  return (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

function usePhaseOptions(projectId: string | undefined) {
  const { data } = useOperation(
    tasks.listPhases,
    { params: { projectId: projectId ?? "" } },
    { enabled: projectId !== undefined && projectId !== "" },
  );
  return (data?.phases ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

function WhoAndWhere({ projectId }: { readonly projectId: string | undefined }): ReactElement {
  const t = useMessages(taskTexts);
  const text = useLocalText();
  const people = useMembers();
  const phases = usePhaseOptions(projectId);
  return (
    <div className="tk-create-fields">
      <Form.Item name="phaseId" label={t.field.phase}>
        <Select allowClear options={phases} />
      </Form.Item>
      <Form.Item name="assigneeIds" label={t.field.assignee}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          options={people.map((person) => ({ value: person.id, label: person.name, person }))}
          optionRender={({ data }) => <MemberAvatar person={data.person} named />}
        />
      </Form.Item>
      <Form.Item name="channel" label={t.field.channel}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          options={CHANNELS.map(({ code, name }) => ({ value: code, label: text(name) }))}
          optionRender={({ value }) => <ChannelTag code={String(value)} />}
        />
      </Form.Item>
      <Form.Item name="priority" label={t.field.priority} initialValue="medium">
        <Select
          options={PRIORITIES.map((value) => ({ value, label: t.priority[value] }))}
          optionRender={({ data }) => <PriorityMark priority={data.value} named />}
        />
      </Form.Item>
      <Form.Item name="startDate" label={t.field.start}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="dueDate" label={t.field.due}>
        <Input type="date" />
      </Form.Item>
    </div>
  );
}

function CreateForm({ start, onClose }: Props): ReactElement {
  const t = useMessages(createTexts);
  const words = useMessages(taskTexts);
  const go = useGo();
  const [form] = Form.useForm<Values>();
  const [more, setMore] = useState(false);
  const options = useProjectOptions();
  const projectId: string | undefined = Form.useWatch("projectId", form) ?? start.projectId;
  const command = useCommand(tasks.createTask, { quiet: true });
  const save = async (values: Values): Promise<void> => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));
    const body = { ...start, ...given, title: values.title, projectId: values.projectId };
    const made = await command.run({ body });
    if (!made.ok) return;
    const { id, number } = made.value;
    toast.done(t.created({ code: taskCode(number) }), {
      action: { label: t.open, run: () => go(`/tasks/${id}`) },
    });
    if (more) form.setFieldValue("title", "");
    else onClose();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={(values) => void save(values)}
      className="tk-create"
    >
      <Form.Item name="title" rules={[{ required: true, whitespace: true, message: t.required }]}>
        <Input autoFocus size="large" maxLength={200} placeholder={t.name} aria-label={words.field.title} />
      </Form.Item>
      <Form.Item name="projectId" label={t.project} rules={[{ required: true, message: t.projectRequired }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t.chooseProject}
          options={options}
          disabled={start.projectId !== undefined}
        />
      </Form.Item>
      <WhoAndWhere projectId={projectId} />
      <ProblemNotice problem={command.problem} />
      <div className="tk-buttons">
        <Button htmlType="submit" loading={command.pending && more} onClick={() => setMore(true)}>
          {t.another}
        </Button>
        <Button type="primary" htmlType="submit" loading={command.pending && !more} onClick={() => setMore(false)}>
          {t.create}
        </Button>
      </div>
    </Form>
  );
}

/** Writes a new task; a sheet on phones. */
export function CreateTask(props: Props): ReactElement {
  const t = useMessages(createTexts);
  return (
    <Dialog open title={t.title} onClose={props.onClose} widthPx={560}>
      <CreateForm {...props} />
    </Dialog>
  );
}
