import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import { useOperation } from "@yutu/ui";
import { Form, type FormInstance } from "antd";
import { type ReactElement, useEffect, useState } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { type ClaimValues, partsOf } from "./claim-values.ts";

type Check = OperationOutput<typeof budgets.checkClaim>;

interface ClaimVerdictProps {
  readonly form: FormInstance<ClaimValues>;
  readonly projectId: string;
  readonly claimId: string;
  readonly currency: Currency;
}

const PAUSE_MS = 400;

/** A value once it has stayed the same for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface Question {
  readonly lines: { lineId: string; amountMinor: number }[];
  readonly invoiceCode: string;
  readonly invoiceNumber: string;
}

/** Asks, a moment after typing stops, what the claim would do; the answer is the server's own judgement. */
function useCheck({ form, projectId, claimId, currency }: ClaimVerdictProps): Check | undefined {
  const values = Form.useWatch([], form) as ClaimValues | undefined;
  const { amount = "", lines = [], invoiceCode = "", invoiceNumber = "" } = values ?? {};
  const asked = useSettled(
    JSON.stringify({ lines: partsOf({ amount, lines }, currency), invoiceCode, invoiceNumber } satisfies Question),
  );
  const question = JSON.parse(asked) as Question;
  const { data } = useOperation(
    budgets.checkClaim,
    { params: { projectId }, body: { claimId, ...question } },
    { enabled: question.lines.length > 0 },
  );
  return question.lines.length > 0 ? data : undefined;
}

/** What will happen on sending, before it is sent. */
export function ClaimVerdict(props: ClaimVerdictProps): ReactElement | null {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const check = useCheck(props);
  if (!check) return null;
  const words = (line: Check["lines"][number]): string => {
    const sentence = t.verdicts[line.verdict];
    return typeof sentence === "string" ? sentence : sentence({ over: format.money(line.overMinor, props.currency) });
  };
  return (
    <ul className="bg-verdict" data-verdict={check.verdict} aria-live="polite">
      {check.lines.map((line) => (
        <li key={line.lineId}>
          {line.lineName} · {words(line)}
        </li>
      ))}
      {check.duplicateOf && <li>{t.duplicate({ title: check.duplicateOf.title })}</li>}
    </ul>
  );
}
