export * as budgets from "./operations.ts";
export * from "./schemas.ts";
