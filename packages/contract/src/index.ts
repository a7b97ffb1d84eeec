export * from "./client.ts";
export * from "./events.ts";
export * from "./live.ts";
export * from "./openapi.ts";
export * from "./operation.ts";
export * from "./problems.ts";
export * from "./shapes.ts";
