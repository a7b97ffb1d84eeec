import { useMessages } from "@yutu/i18n";
import { Form, Select } from "antd";
import type { ReactElement } from "react";
import { fieldsOf, missingFields } from "../../domain/mapping/fields.ts";
import { ingestionTexts } from "../messages.ts";
import type { Settings } from "./reading.ts";

interface MappingFieldsProps {
  readonly headings: readonly string[];
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

const NONE = -1;

/** One choice of column per field; what is still missing is marked. */
export function MappingFields({ headings, settings, onChange }: MappingFieldsProps): ReactElement {
  const t = useMessages(ingestionTexts);
  const missing = new Set(missingFields(settings.kind, settings.columns).flat());
  const options = [
    { value: NONE, label: t.unmapped },
    ...headings.map((label, value) => ({ value, label: label || String(value + 1) })),
  ];
  return (
    <Form layout="vertical" className="in-grid">
      {fieldsOf(settings.kind).map((field) => {
        const { [field]: column, ...others } = settings.columns;
        return (
          <Form.Item
            key={field}
            label={t.fields[field]}
            {...(missing.has(field) ? { validateStatus: "error" as const, help: t.required } : {})}
          >
            <Select
              aria-label={t.fields[field]}
              showSearch={{ optionFilterProp: "label" }}
              value={column ?? NONE}
              options={options}
              onChange={(value) =>
                onChange({ ...settings, columns: value === NONE ? others : { ...others, [field]: value } })
              }
            />
          </Form.Item>
        );
      })}
    </Form>
  );
}
