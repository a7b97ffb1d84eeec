export * as tasks from "./operations.ts";
export * from "./schemas.ts";
