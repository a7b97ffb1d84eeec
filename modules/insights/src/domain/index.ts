export * from "./cost.ts";
export * from "./csv.ts";
export * from "./dashboard.ts";
export * from "./events.ts";
export * from "./fact-scope.ts";
export * from "./problems.ts";
export * from "./warnings.ts";
export * from "./window.ts";
