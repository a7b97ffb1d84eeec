import type { CallInput } from "@yutu/contract";
import type { Currency } from "@yutu/kernel";
import type { budgets } from "../../contract/index.ts";
import { minorOf } from "../money.ts";
import type { Claim } from "./use-claims.ts";

/** What the form holds: amounts as typed. */
export interface ClaimValues {
  readonly title: string;
  readonly amount: string;
  readonly tax?: string;
  readonly lines: readonly { readonly lineId?: string; readonly amount?: string }[];
  readonly invoiceCode?: string;
  readonly invoiceNumber?: string;
  readonly invoiceDate?: string;
  readonly seller?: string;
  readonly justification?: string;
  readonly commitmentId?: string;
  readonly taskId?: string;
}

type Body = CallInput<typeof budgets.createClaim>["body"];

/**
 * A new form begins with one line that takes the whole amount.
 * @param taskId the task that a new claim is written from
 */
export function initialValues(
  claim: Claim | undefined,
  decimal: (minor: number) => string,
  taskId?: string,
): Partial<ClaimValues> {
  if (!claim) return { lines: [{}], ...(taskId ? { taskId } : {}) };
  return {
    title: claim.title,
    amount: decimal(claim.amountMinor),
    tax: claim.taxMinor ? decimal(claim.taxMinor) : "",
    lines: claim.lines.map((line) => ({ lineId: line.lineId, amount: decimal(line.amountMinor) })),
    invoiceCode: claim.invoiceCode,
    invoiceNumber: claim.invoiceNumber,
    invoiceDate: claim.invoiceDate ?? "",
    seller: claim.seller,
    justification: claim.justification,
    ...(claim.commitmentId ? { commitmentId: claim.commitmentId } : {}),
    ...(claim.task ? { taskId: claim.task.id } : {}),
  };
}

/** The parts of the split; a single part without an amount takes all of it. */
export function partsOf(
  values: Pick<ClaimValues, "amount" | "lines">,
  currency: Currency,
): { lineId: string; amountMinor: number }[] {
  const whole = minorOf(values.amount, currency) ?? 0;
  return (values.lines ?? []).flatMap((line) => {
    const alone = values.lines.length === 1 && !line.amount;
    const amountMinor = alone ? whole : (minorOf(line.amount, currency) ?? 0);
    return line.lineId && amountMinor > 0 ? [{ lineId: line.lineId, amountMinor }] : [];
  });
}

export const bodyOf = (values: ClaimValues, currency: Currency, receiptFileIds: readonly string[]): Body => ({
  title: values.title,
  amountMinor: minorOf(values.amount, currency) ?? 0,
  taxMinor: minorOf(values.tax, currency) ?? 0,
  invoiceCode: values.invoiceCode ?? "",
  invoiceNumber: values.invoiceNumber ?? "",
  invoiceDate: values.invoiceDate ? values.invoiceDate : null,
  seller: values.seller ?? "",
  justification: values.justification ?? "",
  commitmentId: values.commitmentId ?? null,
  taskId: values.taskId ?? null,
  receiptFileIds: [...receiptFileIds],
  lines: partsOf(values, currency),
});
