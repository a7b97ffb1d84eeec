export * from "./decide.ts";
export type { JoinStep } from "./evidence.ts";
export * from "./identifier.ts";
export * from "./identity-graph.ts";
export type { Separation } from "./limits.ts";
export { DEFAULT_IDENTIFIER_POLICIES, isBlockedValue } from "./policies.ts";
