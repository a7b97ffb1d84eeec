import { useMessages } from "@yutu/i18n";
import { PlusIcon } from "@yutu/ui";
import { Button, Checkbox, Select } from "antd";
import type { ReactElement } from "react";
import { ChannelPicker } from "../../form/channel-picker.tsx";
import { Field } from "../../form/field.tsx";
import { useLocalText } from "../../look/use-local-text.ts";
import { freeKey, movedBy, putAt } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { ItemButtons } from "../item-buttons.tsx";
import { LocalTextFields } from "../local-text-fields.tsx";
import { templateTexts } from "../messages.ts";

/** Roles or phases: named things in an order, of which there is always one. */
function NamedList({ edit, kind }: { readonly edit: TemplateEdit; readonly kind: "roles" | "phases" }): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const list: readonly { key: string; name: { zh: string; en: string }; required?: boolean }[] = edit.template[kind];
  const put = (next: typeof list, field: string): void =>
    edit.put(
      kind === "roles"
        ? { roles: next.map((role) => ({ ...role, required: role.required ?? false })) }
        : { phases: next.map(({ key, name }) => ({ key, name })) },
      field,
    );
  const add = (): void =>
    put(
      [...list, { key: freeKey(kind === "roles" ? "role" : "phase", list), name: { zh: "", en: "" } }],
      `add ${kind} ${list.length}`,
    );
  return (
    <section className="pj-tpl-section">
      <h2>{t[kind]}</h2>
      <ul className="pj-tpl-list" aria-label={t[kind]}>
        {list.map((item, i) => (
          <li key={item.key}>
            <div className="pj-fields">
              <LocalTextFields
                edit={edit}
                pointer={`/${kind}/${i}/name`}
                label={t.name}
                value={item.name}
                onChange={(name) => put(putAt(list, i, { ...item, name }), `/${kind}/${i}/name`)}
              />
            </div>
            {kind === "roles" && (
              <Checkbox
                checked={item.required ?? false}
                onChange={({ target }) => put(putAt(list, i, { ...item, required: target.checked }), `required ${i}`)}
              >
                {t.required}
              </Checkbox>
            )}
            <ItemButtons
              name={text(item.name) || t.unnamed}
              onMove={(by) => put(movedBy(list, i, by), "")}
              onRemove={list.length > 1 ? () => put(putAt(list, i, undefined), "") : undefined}
            />
          </li>
        ))}
      </ul>
      <Button type="text" icon={<PlusIcon />} onClick={add}>
        {kind === "roles" ? t.addRole : t.addPhase}
      </Button>
    </section>
  );
}

/** What the type is called, what it is laid out around, and the roles and phases its tasks use. */
export function BasicsPart({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const { template, put, faultAt } = edit;
  return (
    <>
      <section className="pj-tpl-section">
        <div className="pj-fields">
          <LocalTextFields
            edit={edit}
            pointer="/name"
            label={t.name}
            value={template.name}
            onChange={(name) => put({ name }, "/name")}
          />
          <LocalTextFields
            edit={edit}
            pointer="/description"
            label={t.description}
            value={template.description}
            onChange={(description) => put({ description }, "/description")}
            long
          />
          <Field label={t.anchor} error={faultAt("/anchorTask")}>
            <Select
              value={template.anchorTask}
              showSearch={{ optionFilterProp: "label" }}
              options={template.tasks.map((task) => ({ value: task.key, label: text(task.name) || t.unnamed }))}
              onChange={(anchorTask) => put({ anchorTask }, "/anchorTask")}
            />
          </Field>
          <Field label={t.color}>
            <input
              type="color"
              className="pj-tpl-colour"
              value={template.color}
              onChange={({ target }) => put({ color: target.value }, "/color")}
            />
          </Field>
          <Field label={t.channels} wide group>
            <ChannelPicker
              value={template.defaultChannels}
              onChange={(defaultChannels) => put({ defaultChannels }, "")}
            />
          </Field>
        </div>
      </section>
      <NamedList edit={edit} kind="phases" />
      <NamedList edit={edit} kind="roles" />
    </>
  );
}
