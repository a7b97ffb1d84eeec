export * from "./descriptive.ts";
export * from "./estimate.ts";
export * from "./input-checks.ts";
export * from "./problems.ts";
export * from "./random/counts.ts";
export * from "./random/draws.ts";
export * from "./random/generator.ts";
