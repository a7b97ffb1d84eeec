export * from "./events.ts";
export * from "./plan.ts";
export * from "./problems.ts";
export * from "./rank.ts";
export * from "./status.ts";
