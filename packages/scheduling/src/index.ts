export * from "./calendar/index.ts";
export * from "./mspdi/index.ts";
export * from "./network/index.ts";
export * from "./resources/index.ts";
