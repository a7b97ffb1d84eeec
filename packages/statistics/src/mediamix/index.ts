export { allocateBudget } from "./budget/allocate-budget.ts";
export type { Allocation, AllocationRequest, BudgetChannel, ChannelSpend } from "./budget/allocation-problem.ts";
export * from "./budget/response-curve.ts";
export * from "./transforms/adstock.ts";
export * from "./transforms/saturation.ts";
