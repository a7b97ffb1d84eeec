export * as approvals from "./operations.ts";
export * from "./schemas.ts";
