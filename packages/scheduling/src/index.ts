export * from "./calendar/index.ts";
export * from "./network/index.ts";
