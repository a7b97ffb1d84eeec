import { useMessages } from "@yutu/i18n";
import { InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import type { TemplateTask } from "../../../domain/template.ts";
import { ChannelPicker } from "../../form/channel-picker.tsx";
import { Field } from "../../form/field.tsx";
import { useLocalText } from "../../look/use-local-text.ts";
import { putAt } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { LocalTextFields } from "../local-text-fields.tsx";
import { templateTexts } from "../messages.ts";
import { TaskChecklist } from "./task-checklist.tsx";
import { TaskLinks } from "./task-links.tsx";

interface Props {
  readonly edit: TemplateEdit;
  readonly index: number;
  readonly task: TemplateTask;
}

/** The optional members are left out rather than empty. */
function withOptional(task: TemplateTask, member: "accountable" | "budget", value: string | undefined): TemplateTask {
  const { [member]: _old, ...rest } = task;
  return value ? { ...rest, [member]: value } : rest;
}

/** Everything about one task of a type. */
export function TaskFields({ edit, index, task }: Props): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const { template, faultAt } = edit;
  const at = `/tasks/${index}`;
  const put = (next: TemplateTask, field: string): void =>
    edit.put({ tasks: putAt(template.tasks, index, next) }, field);
  const optionsOf = (list: readonly { key: string; name: TemplateTask["name"] }[]) =>
    list.map(({ key, name }) => ({ value: key, label: text(name) || t.unnamed }));
  return (
    <div className="pj-tpl-detail">
      <div className="pj-fields">
        <LocalTextFields
          edit={edit}
          pointer={`${at}/name`}
          label={t.name}
          value={task.name}
          onChange={(name) => put({ ...task, name }, `${at}/name`)}
        />
        <Field label={t.phase} error={faultAt(`${at}/phase`)}>
          <Select
            value={task.phase}
            options={optionsOf(template.phases)}
            onChange={(phase) => put({ ...task, phase }, "")}
          />
        </Field>
        <Field label={t.duration} error={faultAt(`${at}/durationDays`)} hint={task.durationDays === 0 && t.milestone}>
          <InputNumber
            precision={0}
            min={0}
            max={400}
            value={task.durationDays}
            onChange={(days) => put({ ...task, durationDays: days ?? 0 }, `${at}/durationDays`)}
          />
        </Field>
        <Field label={t.role} error={faultAt(`${at}/role`)}>
          <Select
            value={task.role}
            options={optionsOf(template.roles)}
            onChange={(role) => put({ ...task, role }, "")}
          />
        </Field>
        <Field label={t.accountable} error={faultAt(`${at}/accountable`)}>
          <Select
            allowClear
            value={task.accountable ?? null}
            options={optionsOf(template.roles)}
            onChange={(key) => put(withOptional(task, "accountable", key ?? undefined), "")}
          />
        </Field>
        <Field label={t.priority}>
          <Select
            value={task.priority}
            options={(["low", "medium", "high", "urgent"] as const).map((value) => ({
              value,
              label: t.priorities[value],
            }))}
            onChange={(priority) => put({ ...task, priority }, "")}
          />
        </Field>
        <Field label={t.paidBy} error={faultAt(`${at}/budget`)}>
          <Select
            allowClear
            value={task.budget ?? null}
            options={optionsOf(template.budget)}
            onChange={(key) => put(withOptional(task, "budget", key ?? undefined), "")}
          />
        </Field>
        <Field label={t.taskChannels} wide group>
          <ChannelPicker value={task.channels} onChange={(channels) => put({ ...task, channels }, "")} />
        </Field>
      </div>
      <TaskLinks edit={edit} taskKey={task.key} />
      <TaskChecklist
        edit={edit}
        at={at}
        checklist={task.checklist}
        put={(checklist, field) => put({ ...task, checklist }, field)}
      />
    </div>
  );
}
