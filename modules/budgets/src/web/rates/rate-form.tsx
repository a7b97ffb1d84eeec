import { useMessages } from "@yutu/i18n";
import { CURRENCIES, type Currency, calendarDate } from "@yutu/kernel";
import { Dialog, ProblemNotice, toast, useCommand, useFormProblem } from "@yutu/ui";
import { Button, Form, Input, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import { budgets } from "../../contract/index.ts";
import { rateTexts } from "./messages.ts";

export interface RateValues {
  readonly currency?: Currency;
  readonly validFrom?: string;
  readonly rate?: number;
}

interface RateFormProps {
  /** The workspace's currency. */
  readonly into: string;
  readonly initial: RateValues;
  /** True for a rate that stands already: only its figure can be put right. */
  readonly fixed: boolean;
  readonly onClose: () => void;
}

/** Sets what one unit of a currency is worth from a day on. */
export function RateForm({ into, initial, fixed, onClose }: RateFormProps): ReactElement {
  const t = useMessages(rateTexts);
  const [form] = Form.useForm<RateValues>();
  const currency = Form.useWatch("currency", form);
  const done = (): void => {
    toast.done(t.saved);
    onClose();
  };
  const save = useCommand(budgets.setRate, { quiet: true, changes: ["insights", "projects"], done });
  useFormProblem(form, save.problem);
  const submit = (values: RateValues): void => {
    const { currency: of, validFrom, rate } = values;
    if (of && validFrom && rate) void save.run({ body: { currency: of, validFrom: calendarDate(validFrom), rate } });
  };
  const required = [{ required: true, message: t.required }];
  const above0 = [
    {
      validator: (_: unknown, value?: number | null) =>
        value && value > 0 ? Promise.resolve() : Promise.reject(new Error(t.notRate)),
    },
  ];
  return (
    <Dialog open title={fixed ? t.change : t.add} onClose={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={submit}>
        <div className="bg-pair">
          <Form.Item name="currency" label={t.currency} rules={required}>
            <Select
              disabled={fixed}
              showSearch
              options={CURRENCIES.filter((code) => code !== into).map((value) => ({ value, label: value }))}
            />
          </Form.Item>
          <Form.Item name="validFrom" label={t.from} rules={required} extra={t.fromHint}>
            <Input type="date" disabled={fixed} />
          </Form.Item>
        </div>
        <Form.Item name="rate" label={t.rate} rules={above0}>
          <InputNumber
            controls={false}
            inputMode="decimal"
            prefix={currency ? `1 ${currency} =` : ""}
            suffix={into}
            style={{ width: "100%" }}
          />
        </Form.Item>
        <ProblemNotice problem={save.problem} />
        <div className="bg-actions bg-actions-end">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.pending}>
            {t.save}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
