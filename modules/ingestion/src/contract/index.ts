export * as ingestion from "./operations.ts";
export * from "./schemas.ts";
