export * from "./baseline/index.ts";
export * from "./calendar/index.ts";
export * from "./gantt/index.ts";
export * from "./mspdi/index.ts";
export * from "./network/index.ts";
export * from "./recurrence/index.ts";
export * from "./resources/index.ts";
export * from "./shorthand/index.ts";
