import { useFormat, useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import { CloseIcon } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { budgetTexts } from "../messages.ts";
import { minorOf } from "../money.ts";
import type { ClaimValues } from "./claim-values.ts";

interface SplitFieldsProps {
  readonly lines: readonly { readonly id: string; readonly name: string }[];
  readonly currency: Currency;
}

/** How much is still to be split, while there is more than one part. */
function Rest({ currency }: { readonly currency: Currency }): ReactElement | null {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const amount = Form.useWatch<ClaimValues["amount"]>("amount");
  const parts = Form.useWatch<ClaimValues["lines"]>("lines") ?? [];
  const whole = minorOf(amount, currency) ?? 0;
  const rest = whole - parts.reduce((sum, part) => sum + (minorOf(part?.amount, currency) ?? 0), 0);
  if (parts.length < 2 || rest === 0) return null;
  const text =
    rest > 0
      ? t.splitLeft({ left: format.money(rest, currency) })
      : t.splitOver({ over: format.money(-rest, currency) });
  return <p className="bg-rest">{text}</p>;
}

/** The budget lines that pay for it. */
export function SplitFields({ lines, currency }: SplitFieldsProps): ReactElement {
  const t = useMessages(budgetTexts);
  const options = lines.map((line) => ({ value: line.id, label: line.name }));
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <fieldset className="bg-split">
          <legend>{t.split}</legend>
          {fields.map((field) => (
            <div key={field.key} className="bg-split-row">
              <Form.Item name={[field.name, "lineId"]} label={t.line} rules={[{ required: true, message: t.required }]}>
                <Select showSearch={{ optionFilterProp: "label" }} options={options} />
              </Form.Item>
              {fields.length > 1 && (
                <>
                  <Form.Item name={[field.name, "amount"]} label={t.amount}>
                    <Input inputMode="decimal" suffix={currency} />
                  </Form.Item>
                  <Button
                    type="text"
                    aria-label={t.removeSplit}
                    icon={<CloseIcon />}
                    onClick={() => remove(field.name)}
                  />
                </>
              )}
            </div>
          ))}
          <Button type="link" onClick={() => add({})}>
            {t.addSplit}
          </Button>
          <Rest currency={currency} />
        </fieldset>
      )}
    </Form.List>
  );
}
