export * as metrics from "./operations.ts";
