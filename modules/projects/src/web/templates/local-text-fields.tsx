import { useMessages } from "@yutu/i18n";
import { Input } from "antd";
import type { ReactElement } from "react";
import type { LocalText } from "../../domain/template.ts";
import { Field } from "../form/field.tsx";
import type { TemplateEdit } from "./edit.ts";
import { templateTexts } from "./messages.ts";

interface Props {
  readonly edit: TemplateEdit;
  readonly pointer: string;
  readonly label: string;
  readonly value: LocalText;
  readonly onChange: (value: LocalText) => void;
  readonly long?: boolean;
}

/** A text in both languages, what is wrong with either below it. */
export function LocalTextFields({ edit, pointer, label, value, onChange, long = false }: Props): ReactElement {
  const t = useMessages(templateTexts);
  const Control = long ? Input.TextArea : Input;
  return (
    <>
      {(["zh", "en"] as const).map((language) => (
        <Field
          key={language}
          label={`${label} · ${language === "zh" ? t.chinese : t.english}`}
          error={edit.faultAt(`${pointer}/${language}`)}
        >
          <Control
            value={value[language]}
            maxLength={long ? 400 : 120}
            lang={language}
            onChange={({ target }) => onChange({ ...value, [language]: target.value })}
          />
        </Field>
      ))}
    </>
  );
}
