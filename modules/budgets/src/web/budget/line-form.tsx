import { useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import { ProblemNotice, Sheet, useCommand, useFormProblem } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { minorOf } from "../money.ts";

interface Values {
  readonly name: string;
  readonly category: string;
  readonly amount?: string;
  readonly enforcement: "warn" | "block" | "approve";
}

/** A new budget line. */
export function LineForm({
  projectId,
  currency,
  onClose,
}: {
  readonly projectId: string;
  readonly currency: Currency;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages(budgetTexts);
  const [form] = Form.useForm<Values>();
  const add = useCommand(budgets.addLine, { quiet: true });
  useFormProblem(form, add.problem);
  const save = async ({ amount, ...rest }: Values): Promise<void> => {
    const result = await add.run({
      params: { projectId },
      body: { ...rest, plannedMinor: minorOf(amount, currency) ?? 0 },
    });
    if (result.ok) onClose();
  };
  const required = [{ required: true, message: t.required }];
  return (
    <Sheet open onClose={onClose} title={t.addLine}>
      <ProblemNotice problem={add.problem} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ enforcement: "approve" }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="name" label={t.line} rules={required}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <div className="bg-pair">
          <Form.Item name="category" label={t.category} rules={required}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="amount" label={t.planned}>
            <Input inputMode="decimal" suffix={currency} />
          </Form.Item>
        </div>
        <Form.Item name="enforcement" label={t.rule}>
          <Select
            options={(["warn", "block", "approve"] as const).map((value) => ({ value, label: t.rules[value] }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.pending}>
          {t.save}
        </Button>
      </Form>
    </Sheet>
  );
}
