export * from "./events.ts";
export * from "./file-kind.ts";
export * from "./problems.ts";
