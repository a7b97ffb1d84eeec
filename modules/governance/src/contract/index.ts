export * as governance from "./operations.ts";
