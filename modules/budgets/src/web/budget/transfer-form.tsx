import { useFormat, useMessages } from "@yutu/i18n";
import { ProblemNotice, Sheet, toast, useCommand, useFormProblem } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import type { ReactElement } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { currencyOf, minorOf } from "../money.ts";
import { useAmountRule } from "../use-amount-rule.ts";
import type { Budget } from "./budget.ts";

interface Values {
  readonly fromLineId: string;
  readonly toLineId: string;
  readonly amount: string;
  readonly note: string;
}

/** Moves available money between two lines of the project. */
export function TransferForm({
  budget,
  onClose,
}: {
  readonly budget: Budget;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const currency = currencyOf(budget.currency);
  const [form] = Form.useForm<Values>();
  const move = useCommand(budgets.transferMoney, { quiet: true });
  useFormProblem(form, move.problem);
  const save = async ({ amount, ...rest }: Values): Promise<void> => {
    const result = await move.run({
      params: { projectId: budget.projectId },
      body: { ...rest, amountMinor: minorOf(amount, currency) ?? 0 },
    });
    if (!result.ok) return;
    toast.done(t.moved);
    onClose();
  };
  const options = budget.lines.map((l) => ({
    value: l.id,
    label: `${l.name} · ${t.available} ${format.moneyShort(l.availableMinor, currency)}`,
  }));
  const amountRule = useAmountRule(currency);
  const from = Form.useWatch("fromLineId", form);
  const required = [{ required: true, message: t.required }];
  return (
    <Sheet open onClose={onClose} title={t.transfer}>
      <ProblemNotice problem={move.problem} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item name="fromLineId" label={t.from} rules={required}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="toLineId" label={t.to} rules={required}>
          <Select options={options.filter(({ value }) => value !== from)} />
        </Form.Item>
        <Form.Item name="amount" label={t.amount} rules={[amountRule]}>
          <Input inputMode="decimal" suffix={currency} />
        </Form.Item>
        <Form.Item name="note" label={t.note} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={move.pending}>
          {t.transfer}
        </Button>
      </Form>
    </Sheet>
  );
}
