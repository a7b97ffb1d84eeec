export * from "./account-operations.ts";
export * from "./workspace-operations.ts";
