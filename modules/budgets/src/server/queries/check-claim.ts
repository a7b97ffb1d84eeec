import { type Call, may, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { findVisibleProject } from "@yutu/projects/server";
import type { z } from "zod";
import type { claimCheckSchema } from "../../contract/schemas.ts";
import { readInvoice } from "../../domain/invoice.ts";
import { availableOf, judge, type Verdict } from "../../domain/line.ts";
import { budgetProblems } from "../../domain/problems.ts";
import { findClaimWithInvoice, linesOf } from "../repository.ts";

type Check = z.infer<typeof claimCheckSchema>;

const SEVERITY: readonly Verdict["kind"][] = [
  "fits",
  "near-limit",
  "over-warned",
  "over-needs-approval",
  "over-blocked",
];

interface Draft {
  readonly claimId: string;
  readonly invoiceCode: string;
  readonly invoiceNumber: string;
  readonly lines: readonly { readonly lineId: string; readonly amountMinor: number }[];
}

/** Tells the writer of a claim what will happen when it is sent, with the same judgement as sending it. */
export async function checkClaim(
  { tx, actor }: Call,
  projectId: string,
  draft: Draft,
): Promise<Result<Check, Problem>> {
  if (!(await findVisibleProject(tx, actor, projectId))) return notFound("project");
  const invoice = readInvoice(draft.invoiceCode, draft.invoiceNumber);
  if (!invoice.ok) return invoice;
  const lines = new Map((await linesOf(tx, projectId)).map((line) => [line.id, line]));
  const checked: Check["lines"] = [];
  for (const part of draft.lines) {
    const line = lines.get(part.lineId);
    if (!line) return err(problem(budgetProblems.unknownLine, "Choose a line of this project."));
    const verdict = judge(line, part.amountMinor);
    checked.push({
      lineId: line.id,
      lineName: line.name,
      verdict: verdict.kind,
      overMinor: "overMinor" in verdict ? verdict.overMinor : 0,
      availableMinor: may(actor, "money.view") ? availableOf(line) : null,
    });
  }
  const worst = SEVERITY.findLast((kind) => checked.some((line) => line.verdict === kind)) ?? "fits";
  const other = await findClaimWithInvoice(tx, invoice.value, draft.claimId);
  return ok({ verdict: worst, lines: checked, duplicateOf: other ? { claimId: other.id, title: other.title } : null });
}
