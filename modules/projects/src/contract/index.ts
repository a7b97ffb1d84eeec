export * as projects from "./operations.ts";
export * from "./schemas.ts";
