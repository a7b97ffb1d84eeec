import { useFormat, useMessages } from "@yutu/i18n";
import { EmptyState, ProblemNotice, Sheet, useCommand, useFormProblem, useOperation } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { currencyOf, minorOf } from "../money.ts";
import { useAmountRule } from "../use-amount-rule.ts";
import type { Budget } from "./budget.ts";

interface Values {
  readonly title: string;
  readonly supplier: string;
  readonly contractNumber?: string;
  readonly lineId: string;
  readonly amount: string;
}

function ContractForm({ budget, onClose }: { readonly budget: Budget; readonly onClose: () => void }): ReactElement {
  const t = useMessages(budgetTexts);
  const currency = currencyOf(budget.currency);
  const [form] = Form.useForm<Values>();
  const add = useCommand(budgets.addCommitment, { quiet: true });
  useFormProblem(form, add.problem);
  const save = async ({ amount, ...rest }: Values): Promise<void> => {
    const result = await add.run({
      params: { projectId: budget.projectId },
      body: { ...rest, amountMinor: minorOf(amount, currency) ?? 0 },
    });
    if (result.ok) onClose();
  };
  const amountRule = useAmountRule(currency);
  const required = [{ required: true, message: t.required }];
  return (
    <Sheet open onClose={onClose} title={t.addContract}>
      <ProblemNotice problem={add.problem} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item name="title" label={t.contractTitle} rules={required}>
          <Input autoFocus maxLength={120} />
        </Form.Item>
        <div className="bg-pair">
          <Form.Item name="supplier" label={t.supplier} rules={required}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="contractNumber" label={t.contractNumber}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
        <div className="bg-pair">
          <Form.Item name="lineId" label={t.line} rules={required}>
            <Select options={budget.lines.map((l) => ({ value: l.id, label: l.name }))} />
          </Form.Item>
          <Form.Item name="amount" label={t.amount} rules={[amountRule]}>
            <Input inputMode="decimal" suffix={currency} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={add.pending}>
          {t.save}
        </Button>
      </Form>
    </Sheet>
  );
}

/** Contracts and orders of the project. */
export function Contracts({ budget }: { readonly budget: Budget }): ReactElement {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const currency = currencyOf(budget.currency);
  const { data, problem } = useOperation(
    budgets.listCommitments,
    { params: { projectId: budget.projectId } },
    { live: ["budget"] },
  );
  const close = useCommand(budgets.closeCommitment);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <div className="bg-section">
        <h2>{t.contracts}</h2>
        {budget.abilities.edit && <Button onClick={() => setAdding(true)}>{t.addContract}</Button>}
      </div>
      <ProblemNotice problem={problem} />
      {data?.commitments.length === 0 && <EmptyState text={t.noContracts} />}
      <ul className="bg-contracts">
        {data?.commitments.map((c) => (
          <li key={c.id}>
            <span className="yt-ellipsis">
              {c.title} · {c.supplier}
            </span>
            <span className="yt-figures">
              {format.money(c.consumedMinor, currency)} / {format.money(c.amountMinor, currency)}
            </span>
            {c.status === "open" && budget.abilities.edit ? (
              <Button
                size="small"
                loading={close.pending}
                onClick={() => void close.run({ params: { commitmentId: c.id } })}
              >
                {t.closeContract}
              </Button>
            ) : (
              <span>{c.status === "open" ? t.open : t.closed}</span>
            )}
          </li>
        ))}
      </ul>
      {adding && <ContractForm budget={budget} onClose={() => setAdding(false)} />}
    </>
  );
}
