export * from "./decide.ts";
export * from "./default-flows.ts";
export * from "./events.ts";
export * from "./flow.ts";
export * from "./problems.ts";
