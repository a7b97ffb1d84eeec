export * from "./import-operations.ts";
export * from "./link-operations.ts";
export * from "./quarantine-operations.ts";
export * from "./source-operations.ts";
