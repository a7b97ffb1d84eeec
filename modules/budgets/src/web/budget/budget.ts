import type { OperationOutput } from "@yutu/contract";
import type { budgets } from "../../contract/index.ts";

export type Budget = OperationOutput<typeof budgets.getBudget>;
export type Line = Budget["lines"][number];

/** What the line may spend in all. */
export const budgetOfLine = (line: Line): number => line.plannedMinor + line.changedMinor;

/** What is spent, owed or asked for. */
export const usedOf = (line: Line): number => budgetOfLine(line) - line.availableMinor;
