import { useMessages } from "@yutu/i18n";
import { ProblemNotice, Sheet, toast, useCommand, useFormProblem, useOperation, usePermission } from "@yutu/ui";
import { Button, Form, Input, Select } from "antd";
import { type ReactElement, useRef, useState } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { currencyOf, decimalOf } from "../money.ts";
import { useAmountRule } from "../use-amount-rule.ts";
import { bodyOf, type ClaimValues, initialValues } from "./claim-values.ts";
import { ClaimVerdict } from "./claim-verdict.tsx";
import { ReceiptFields, useReceipts } from "./receipt-fields.tsx";
import { SplitFields } from "./split-fields.tsx";
import { TaskField } from "./task-field.tsx";
import type { Claim } from "./use-claims.ts";

interface ClaimFormProps {
  readonly projectId: string;
  /** A draft or a returned claim to rewrite; a new one without. */
  readonly claim?: Claim;
  /** The task that a new claim is for. */
  readonly taskId?: string;
  readonly onClose: () => void;
}

function InvoiceFields(): ReactElement {
  const t = useMessages(budgetTexts);
  return (
    <>
      <div className="bg-pair">
        <Form.Item name="invoiceCode" label={t.invoiceCode}>
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item name="invoiceNumber" label={t.invoiceNumber}>
          <Input inputMode="numeric" />
        </Form.Item>
      </div>
      <div className="bg-pair">
        <Form.Item name="invoiceDate" label={t.invoiceDate}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="seller" label={t.seller}>
          <Input />
        </Form.Item>
      </div>
    </>
  );
}

/** Writes a claim and, if wanted, sends it at once. */
export function ClaimForm({ projectId, claim, taskId, onClose }: ClaimFormProps): ReactElement {
  const t = useMessages(budgetTexts);
  const [form] = Form.useForm<ClaimValues>();
  const { data } = useOperation(budgets.listLineNames, { params: { projectId } });
  const receipts = useReceipts(claim);
  const create = useCommand(budgets.createClaim, { quiet: true });
  const update = useCommand(budgets.updateClaim, { quiet: true });
  const submit = useCommand(budgets.submitClaim, { quiet: true, changes: ["approvals"] });
  const [savedId, setSavedId] = useState(claim?.id);
  const problem = create.problem ?? update.problem ?? submit.problem;
  useFormProblem(form, problem);
  const currency = currencyOf(data?.currency ?? "CNY");
  const save = async (send: boolean): Promise<void> => {
    const body = bodyOf(await form.validateFields(), currency, receipts.ids);
    const saved = savedId
      ? await update.run({ params: { claimId: savedId }, body })
      : await create.run({ params: { projectId }, body });
    if (!saved.ok) return;
    setSavedId(saved.value.id);
    if (send && !(await submit.run({ params: { claimId: saved.value.id } })).ok) return;
    if (send) toast.done(t.submitted);
    onClose();
  };
  // checking the fields takes a moment in which the buttons still answer: the second click of two must not write a second claim
  const saving = useRef(false);
  const saveOnce = async (send: boolean): Promise<void> => {
    if (saving.current) return;
    saving.current = true;
    await save(send).catch(() => undefined);
    saving.current = false;
  };
  const pending = create.pending || update.pending || submit.pending;
  const amountRule = useAmountRule(currency);
  return (
    <Sheet open onClose={onClose} title={claim ? t.editClaim : t.newClaim}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues(claim, (minor) => decimalOf(minor, currency), taskId)}
      >
        <Form.Item name="title" label={t.claimTitle} rules={[{ required: true, message: t.required }]}>
          <Input maxLength={120} autoFocus />
        </Form.Item>
        <div className="bg-pair">
          <Form.Item name="amount" label={t.amount} rules={[amountRule]}>
            <Input inputMode="decimal" suffix={currency} />
          </Form.Item>
          <Form.Item name="tax" label={t.tax}>
            <Input inputMode="decimal" suffix={currency} />
          </Form.Item>
        </div>
        <SplitFields lines={data?.lines ?? []} currency={currency} />
        <ClaimVerdict form={form} projectId={projectId} claimId={savedId ?? ""} currency={currency} />
        <TaskField projectId={projectId} initial={claim ? claim.task?.id : taskId} />
        <InvoiceFields />
        <Form.Item name="justification" label={t.justification}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ContractField projectId={projectId} />
        <ReceiptFields receipts={receipts} />
        <ProblemNotice problem={problem} />
        <div className="bg-actions">
          <Button type="primary" loading={pending} disabled={receipts.sending > 0} onClick={() => void saveOnce(true)}>
            {t.submit}
          </Button>
          <Button disabled={pending || receipts.sending > 0} onClick={() => void saveOnce(false)}>
            {t.saveDraft}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

/** The contract an expense belongs to; only for those who see contracts. */
function ContractField({ projectId }: { readonly projectId: string }): ReactElement | null {
  const t = useMessages(budgetTexts);
  const enabled = usePermission("money.view");
  const { data } = useOperation(budgets.listCommitments, { params: { projectId } }, { enabled });
  const open = data?.commitments.filter((c) => c.status === "open") ?? [];
  if (open.length === 0) return null;
  return (
    <Form.Item name="commitmentId" label={t.contract}>
      <Select allowClear options={open.map((c) => ({ value: c.id, label: `${c.title} · ${c.supplier}` }))} />
    </Form.Item>
  );
}
