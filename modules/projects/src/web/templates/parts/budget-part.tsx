import { useFormat, useMessages } from "@yutu/i18n";
import { Amount } from "@yutu/kernel";
import { PlusIcon } from "@yutu/ui";
import { Button, Checkbox, Input, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import { CHANNELS } from "../../../domain/channels.ts";
import type { ProjectTemplate } from "../../../domain/template.ts";
import { Field } from "../../form/field.tsx";
import { useLocalText } from "../../look/use-local-text.ts";
import { freeKey, movedBy, putAt } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { ItemButtons } from "../item-buttons.tsx";
import { LocalTextFields } from "../local-text-fields.tsx";
import { templateTexts } from "../messages.ts";

type Line = ProjectTemplate["budget"][number];

interface LineFieldsProps {
  readonly edit: TemplateEdit;
  readonly line: Line;
  readonly at: string;
  readonly put: (line: Line, field: string) => void;
}

function LineFields({ edit, line, at, put }: LineFieldsProps): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  return (
    <div className="pj-fields">
      <LocalTextFields
        edit={edit}
        pointer={`${at}/name`}
        label={t.name}
        value={line.name}
        onChange={(name) => put({ ...line, name }, `${at}/name`)}
      />
      <Field label={t.share} error={edit.faultAt(`${at}/permille`)}>
        <InputNumber
          min={0}
          max={100}
          step={1}
          precision={1}
          suffix="%"
          value={line.permille / 10}
          onChange={(percent) => put({ ...line, permille: Math.round((percent ?? 0) * 10) }, `${at}/permille`)}
        />
      </Field>
      <Field label={t.category} error={edit.faultAt(`${at}/category`)}>
        <Input
          value={line.category}
          maxLength={40}
          onChange={({ target }) => put({ ...line, category: target.value }, `${at}/category`)}
        />
      </Field>
      <Field label={t.channel}>
        <Select
          value={line.channel ?? ""}
          options={[
            { value: "", label: t.anyChannel },
            ...CHANNELS.map(({ code, name }) => ({ value: code, label: text(name) })),
          ]}
          onChange={(code) => put({ ...line, channel: code === "" ? null : code }, "")}
        />
      </Field>
      <Field label={t.reserve} group>
        <Checkbox
          checked={line.reserve}
          aria-label={t.reserve}
          onChange={({ target }) => put({ ...line, reserve: target.checked }, "")}
        />
      </Field>
    </div>
  );
}

/** How the total is split; shares that do not make a whole can be scaled to one. */
export function BudgetPart({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const format = useFormat();
  const { budget } = edit.template;
  const permille = budget.reduce((sum, line) => sum + line.permille, 0);
  const scale = (): void => {
    const shares = Amount.allocate(1000, permille > 0 ? budget.map((line) => line.permille) : budget.map(() => 1));
    edit.put({ budget: budget.map((line, i) => ({ ...line, permille: shares[i] ?? 0 })) }, "");
  };
  const add = (): void => {
    const line = { key: freeKey("line", budget), name: { zh: "", en: "" }, category: "other", channel: null };
    edit.put({ budget: [...budget, { ...line, permille: Math.max(0, 1000 - permille), reserve: false }] }, "");
  };
  return (
    <section className="pj-tpl-section">
      <p className="pj-tpl-total">
        {t.total} <strong className="yt-figures">{format.percent(permille / 1000, 1)}</strong>
        {permille !== 1000 && (
          <>
            <span className="pj-field-error" role="alert">
              {edit.faultAt("/budget")}
            </span>
            <Button size="small" onClick={scale}>
              {t.even}
            </Button>
          </>
        )}
      </p>
      <ul className="pj-tpl-list" aria-label={t.parts.budget}>
        {budget.map((line, i) => (
          <li key={line.key}>
            <LineFields
              edit={edit}
              line={line}
              at={`/budget/${i}`}
              put={(next, field) => edit.put({ budget: putAt(budget, i, next) }, field)}
            />
            <ItemButtons
              name={text(line.name) || t.unnamed}
              onMove={(by) => edit.put({ budget: movedBy(budget, i, by) }, "")}
              onRemove={budget.length > 1 ? () => edit.put({ budget: putAt(budget, i, undefined) }, "") : undefined}
            />
          </li>
        ))}
      </ul>
      <Button type="text" icon={<PlusIcon />} onClick={add}>
        {t.addLine}
      </Button>
    </section>
  );
}
