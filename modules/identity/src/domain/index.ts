export * from "./department.ts";
export * from "./events.ts";
export * from "./password.ts";
export * from "./policy.ts";
export * from "./problems.ts";
export * from "./role.ts";
