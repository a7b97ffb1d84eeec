export * as assets from "./operations.ts";
export * from "./schemas.ts";
