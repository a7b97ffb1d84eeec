export * as retrospectives from "./operations.ts";
export * from "./schemas.ts";
