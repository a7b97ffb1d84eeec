export * as identity from "./operations.ts";
export * from "./schemas.ts";
