export * from "./foundation/index.ts";
export * from "./matching/index.ts";
