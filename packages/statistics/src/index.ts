export * from "./anomaly/index.ts";
export * from "./customers/index.ts";
export * from "./experiments/index.ts";
export * from "./forecast/index.ts";
export * from "./foundation/index.ts";
export * from "./matching/index.ts";
export * from "./mediamix/index.ts";
export * from "./rootcause/index.ts";
