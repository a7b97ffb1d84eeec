export * from "./budget-lines.ts";
export * from "./events.ts";
export * from "./lay-plan.ts";
export * from "./lifecycle.ts";
export * from "./problems.ts";
export * from "./template.ts";
export * from "./types/index.ts";
