import * as goalOperations from "./goal-operations.ts";
import * as projectOperations from "./operations.ts";

export const projects = { ...projectOperations, ...goalOperations };
export * from "./goal-schemas.ts";
export * from "./schemas.ts";
