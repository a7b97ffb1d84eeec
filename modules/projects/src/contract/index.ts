import * as goalOperations from "./goal-operations.ts";
import * as projectOperations from "./operations.ts";
import * as presenceOperations from "./presence-operations.ts";

export const projects = { ...projectOperations, ...goalOperations, ...presenceOperations };
export * from "./goal-schemas.ts";
export * from "./schemas.ts";
