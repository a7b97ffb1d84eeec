import { useMessages } from "@yutu/i18n";
import { PlusIcon } from "@yutu/ui";
import { Button, Checkbox, Select } from "antd";
import type { ReactElement, ReactNode } from "react";
import type { ProjectTemplate } from "../../../domain/template.ts";
import { Field } from "../../form/field.tsx";
import { useLocalText } from "../../look/use-local-text.ts";
import { freeKey, movedBy, putAt } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { ItemButtons } from "../item-buttons.tsx";
import { LocalTextFields } from "../local-text-fields.tsx";
import { templateTexts } from "../messages.ts";

const DIMENSIONS = ["strategy", "technology", "team", "content", "data"] as const;
const GRADES = ["low", "medium", "high"] as const;
const BLANK = { zh: "", en: "" };
const NEW_ITEM: ProjectTemplate["readiness"][number] = { dimension: "strategy", item: BLANK };
const NEW_RISK: ProjectTemplate["risks"][number] = {
  name: BLANK,
  category: "other",
  probability: "medium",
  impact: "medium",
  response: BLANK,
};

interface ItemsProps<Item> {
  readonly title: string;
  readonly add: string;
  readonly items: readonly Item[];
  readonly empty: Item;
  readonly nameOf: (item: Item) => ProjectTemplate["name"];
  readonly onChange: (items: Item[], field: string) => void;
  readonly children: (item: Item, index: number, put: (item: Item, field: string) => void) => ReactNode;
}

/** A list whose items are known by their place: change, move, remove, add. */
function Items<Item>({ title, add, items, empty, nameOf, onChange, children }: ItemsProps<Item>): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  return (
    <section className="pj-tpl-section">
      <h2>{title}</h2>
      <ul className="pj-tpl-list" aria-label={title}>
        {items.map((item, i) => (
          // items of these lists are known by their place
          <li key={`item-${i + 1}`}>
            <div className="pj-fields">
              {children(item, i, (next, field) => onChange(putAt(items, i, next), field))}
            </div>
            <ItemButtons
              name={text(nameOf(item)) || t.unnamed}
              onMove={(by) => onChange(movedBy(items, i, by), "")}
              onRemove={() => onChange(putAt(items, i, undefined), "")}
            />
          </li>
        ))}
      </ul>
      <Button type="text" icon={<PlusIcon />} onClick={() => onChange([...items, empty], "")}>
        {add}
      </Button>
    </section>
  );
}

function Readiness({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  const t = useMessages(templateTexts);
  return (
    <Items
      title={t.readinessTitle}
      add={t.addReadiness}
      items={edit.template.readiness}
      empty={NEW_ITEM}
      nameOf={({ item }) => item}
      onChange={(readiness, field) => edit.put({ readiness }, field)}
    >
      {(entry, i, put) => (
        <>
          <Field label={t.dimension}>
            <Select
              value={entry.dimension}
              options={DIMENSIONS.map((value) => ({ value, label: t.dimensions[value] }))}
              onChange={(dimension) => put({ ...entry, dimension }, "")}
            />
          </Field>
          <LocalTextFields
            edit={edit}
            pointer={`/readiness/${i}/item`}
            label={t.name}
            value={entry.item}
            onChange={(item) => put({ ...entry, item }, `/readiness/${i}/item`)}
          />
        </>
      )}
    </Items>
  );
}

function Brief({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  const t = useMessages(templateTexts);
  const { brief } = edit.template;
  return (
    <Items
      title={t.briefTitle}
      add={t.addField}
      items={brief}
      empty={{ key: freeKey("question", brief), name: BLANK, hint: BLANK, required: false }}
      nameOf={({ name }) => name}
      onChange={(next, field) => edit.put({ brief: next }, field)}
    >
      {(entry, i, put) => (
        <>
          <LocalTextFields
            edit={edit}
            pointer={`/brief/${i}/name`}
            label={t.name}
            value={entry.name}
            onChange={(name) => put({ ...entry, name }, `/brief/${i}/name`)}
          />
          <LocalTextFields
            edit={edit}
            pointer={`/brief/${i}/hint`}
            label={t.hint}
            value={entry.hint}
            onChange={(hint) => put({ ...entry, hint }, `/brief/${i}/hint`)}
          />
          <Checkbox checked={entry.required} onChange={({ target }) => put({ ...entry, required: target.checked }, "")}>
            {t.required}
          </Checkbox>
        </>
      )}
    </Items>
  );
}

function Risks({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  const t = useMessages(templateTexts);
  const grades = GRADES.map((value) => ({ value, label: t.grades[value] }));
  return (
    <Items
      title={t.risksTitle}
      add={t.addRisk}
      items={edit.template.risks}
      empty={NEW_RISK}
      nameOf={({ name }) => name}
      onChange={(risks, field) => edit.put({ risks }, field)}
    >
      {(risk, i, put) => (
        <>
          <LocalTextFields
            edit={edit}
            pointer={`/risks/${i}/name`}
            label={t.name}
            value={risk.name}
            onChange={(name) => put({ ...risk, name }, `/risks/${i}/name`)}
          />
          <LocalTextFields
            edit={edit}
            pointer={`/risks/${i}/response`}
            label={t.response}
            value={risk.response}
            onChange={(response) => put({ ...risk, response }, `/risks/${i}/response`)}
          />
          {(["probability", "impact"] as const).map((member) => (
            <Field key={member} label={t[member]}>
              <Select
                value={risk[member]}
                options={grades}
                onChange={(grade) => put({ ...risk, [member]: grade }, "")}
              />
            </Field>
          ))}
        </>
      )}
    </Items>
  );
}

/** What must be ready, what the brief asks, and what usually goes wrong. */
export function ReadinessPart({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  return (
    <>
      <Readiness edit={edit} />
      <Brief edit={edit} />
      <Risks edit={edit} />
    </>
  );
}
