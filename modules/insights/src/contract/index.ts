export * as insights from "./operations.ts";
export * from "./schemas.ts";
