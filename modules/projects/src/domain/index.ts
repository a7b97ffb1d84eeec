export * from "./events.ts";
export * from "./lifecycle.ts";
export * from "./problems.ts";
export * from "./template.ts";
