import { useMessages } from "@yutu/i18n";
import { PlusIcon } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import type { LocalText } from "../../../domain/template.ts";
import { useLocalText } from "../../look/use-local-text.ts";
import { movedBy, putAt } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { ItemButtons } from "../item-buttons.tsx";
import { LocalTextFields } from "../local-text-fields.tsx";
import { templateTexts } from "../messages.ts";

interface Props {
  readonly edit: TemplateEdit;
  /** Pointer of the task. */
  readonly at: string;
  readonly checklist: readonly LocalText[];
  readonly put: (checklist: LocalText[], field: string) => void;
}

/** What has to be seen to within a task; copied into the tasks of new projects. */
export function TaskChecklist({ edit, at, checklist, put }: Props): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  return (
    <div className="pj-tpl-checklist" role="group" aria-label={t.checklist}>
      <span className="pj-field-label">{t.checklist}</span>
      {checklist.length > 0 && (
        <ul className="pj-tpl-checks">
          {checklist.map((item, i) => (
            // items are known by their place while they are being written
            <li key={`${i}-${checklist.length}`} className="pj-tpl-check">
              <LocalTextFields
                edit={edit}
                pointer={`${at}/checklist/${i}`}
                label={t.checkItem}
                value={item}
                onChange={(next) => put(putAt(checklist, i, next), `${at}/checklist/${i}`)}
              />
              <ItemButtons
                name={text(item) || t.unnamed}
                onMove={(by) => put(movedBy(checklist, i, by), "")}
                onRemove={() => put(putAt(checklist, i, undefined), "")}
              />
            </li>
          ))}
        </ul>
      )}
      <Button type="text" size="small" icon={<PlusIcon />} onClick={() => put([...checklist, { zh: "", en: "" }], "")}>
        {t.addCheck}
      </Button>
    </div>
  );
}
