export * as notifications from "./operations.ts";
