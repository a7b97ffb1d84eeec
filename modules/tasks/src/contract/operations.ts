export * from "./conversation-operations.ts";
export * from "./plan-operations.ts";
export * from "./task-operations.ts";
export * from "./view-operations.ts";
