export * from "./catalogue.ts";
export * from "./measure.ts";
export * from "./metric.ts";
