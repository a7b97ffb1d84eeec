import { defineProblem } from "@yutu/kernel";

export const budgetProblems = {
  overBudget: defineProblem("budgets/over-budget", 422, "The budget line has less than is asked for"),
  justificationRequired: defineProblem(
    "budgets/justification-required",
    422,
    "Going over budget needs a justification",
  ),
  splitMismatch: defineProblem("budgets/split-mismatch", 422, "The parts do not add up to the amount"),
  duplicateInvoice: defineProblem("budgets/duplicate-invoice", 409, "The invoice is in another claim already"),
  invoiceInvalid: defineProblem(
    "budgets/invoice-invalid",
    422,
    "The invoice code or number does not have the official form",
  ),
  wrongStatus: defineProblem("budgets/wrong-status", 409, "The claim is not in a status that allows this"),
  notRequester: defineProblem("budgets/not-requester", 403, "Only the requester may do this"),
  projectClosed: defineProblem("budgets/project-closed", 409, "The project takes no more expenses"),
  lineInUse: defineProblem("budgets/line-in-use", 409, "The line carries money that is spent, committed or asked for"),
  belowUse: defineProblem("budgets/below-use", 422, "The plan would fall below what is used already"),
  keyTaken: defineProblem("budgets/key-taken", 409, "There is a line with this key"),
  commitmentExhausted: defineProblem(
    "budgets/commitment-exhausted",
    422,
    "The contract has less left than is asked for",
  ),
  commitmentClosed: defineProblem("budgets/commitment-closed", 409, "The contract is closed"),
  unknownTask: defineProblem("budgets/unknown-task", 422, "There is no such task in this project"),
  unknownLine: defineProblem("budgets/unknown-line", 422, "There is no such budget line in this project"),
} as const;
