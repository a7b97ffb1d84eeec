import { useMessages } from "@yutu/i18n";
import { PlusIcon } from "@yutu/ui";
import { Button, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import type { TemplateLink } from "../../../domain/template.ts";
import { Field } from "../../form/field.tsx";
import { useLocalText } from "../../look/use-local-text.ts";
import { lagDaysOf, putAt, withLag } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { ItemButtons } from "../item-buttons.tsx";
import { templateTexts } from "../messages.ts";

interface Props {
  readonly edit: TemplateEdit;
  /** The task that waits. */
  readonly taskKey: string;
}

const TYPES = ["FS", "SS", "FF", "SF"] as const;

/** What a task waits for, how, and with how many days between. */
export function TaskLinks({ edit, taskKey }: Props): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const { links, tasks } = edit.template;
  const others = tasks
    .filter((task) => task.key !== taskKey)
    .map((task) => ({ value: task.key, label: text(task.name) || t.unnamed }));
  const put = (at: number, link: TemplateLink | undefined, field: string): void =>
    edit.put({ links: putAt(links, at, link) }, field);
  return (
    <div className="pj-tpl-links" role="group" aria-label={t.before}>
      <span className="pj-field-label">{t.before}</span>
      {links.map((link, i) =>
        link.to !== taskKey ? null : (
          // links of a draft are known by their place
          <div key={`${i}-${link.from}`} className="pj-tpl-link">
            <Field label={t.task} error={edit.faultAt(`/links/${i}`)}>
              <Select
                value={link.from || null}
                showSearch={{ optionFilterProp: "label" }}
                options={others}
                onChange={(from) => put(i, { ...link, from: from ?? "" }, "")}
              />
            </Field>
            <Field label={t.linkType}>
              <Select
                value={link.type}
                options={TYPES.map((value) => ({ value, label: t.linkTypes[value] }))}
                onChange={(type) => put(i, { ...link, type }, "")}
              />
            </Field>
            <Field label={t.lag}>
              <InputNumber
                precision={0}
                min={-400}
                max={400}
                value={lagDaysOf(link)}
                onChange={(days) => put(i, withLag(link, days ?? 0), `/links/${i}/lag`)}
              />
            </Field>
            <ItemButtons
              name={others.find((task) => task.value === link.from)?.label ?? t.before}
              onRemove={() => put(i, undefined, "")}
            />
          </div>
        ),
      )}
      <Button
        type="text"
        size="small"
        icon={<PlusIcon />}
        onClick={() => edit.put({ links: [...links, { from: "", to: taskKey, type: "FS" }] }, "")}
      >
        {t.addLink}
      </Button>
    </div>
  );
}
