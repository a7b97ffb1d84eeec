export * from "./claim.ts";
export * from "./claim-flow.ts";
export * from "./events.ts";
export * from "./invoice.ts";
export * from "./line.ts";
export * from "./problems.ts";
export * from "./rate.ts";
