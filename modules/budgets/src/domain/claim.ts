import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { budgetProblems } from "./problems.ts";

export const CLAIM_STATUSES = ["draft", "in_review", "approved", "paid", "returned", "cancelled"] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export type ClaimMove = "edit" | "submit" | "approve" | "return" | "pay" | "cancel";

const TABLE: Readonly<Record<ClaimMove, { readonly from: readonly ClaimStatus[]; readonly to: ClaimStatus }>> = {
  edit: { from: ["draft", "returned"], to: "draft" },
  submit: { from: ["draft", "returned"], to: "in_review" },
  approve: { from: ["in_review"], to: "approved" },
  return: { from: ["in_review"], to: "returned" },
  pay: { from: ["approved"], to: "paid" },
  cancel: { from: ["draft", "returned"], to: "cancelled" },
};

export function moveClaim(status: ClaimStatus, move: ClaimMove): Result<ClaimStatus, Problem> {
  const { from, to } = TABLE[move];
  if (from.includes(status)) return ok(to);
  return err(
    problem(
      budgetProblems.wrongStatus,
      `A claim that is ${status} cannot be changed so; it would have to be ${from.join(" or ")}.`,
      { params: { status, move } },
    ),
  );
}

export const canMove = (status: ClaimStatus, move: ClaimMove): boolean => TABLE[move].from.includes(status);

/** The parts of a claim must add up to it, and each line is named once. */
export function checkSplit(
  amountMinor: number,
  parts: readonly { readonly lineId: string; readonly amountMinor: number }[],
): Result<null, Problem> {
  const sum = parts.reduce((total, part) => total + part.amountMinor, 0);
  if (sum !== amountMinor) {
    return err(
      problem(budgetProblems.splitMismatch, `The parts add up to ${sum}, the claim is ${amountMinor} (minor units).`, {
        params: { sumMinor: sum, amountMinor },
        errors: [{ pointer: "/body/lines", code: "sum", message: "sum" }],
      }),
    );
  }
  const twice = parts.findIndex((part, i) => parts.findIndex((p) => p.lineId === part.lineId) !== i);
  if (twice >= 0) {
    return err(
      problem(budgetProblems.splitMismatch, "Name each budget line once.", {
        errors: [{ pointer: `/body/lines/${twice}/lineId`, code: "twice", message: "twice" }],
      }),
    );
  }
  return ok(null);
}
