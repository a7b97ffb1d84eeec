import type { Operation } from "@yutu/contract";
import { modules } from "@yutu/server";

/** Every operation of the product. */
export const allOperations: readonly Operation[] = modules.flatMap((module) =>
  module.operations.map(({ operation }) => operation),
);

/** Operations of a member in a workspace, with the permission each asks for. */
export const tenantOperations = allOperations.flatMap((operation) =>
  operation.access === "public" || operation.access === "account" ? [] : [{ operation, permission: operation.access }],
);

export const hasParams = (operation: Operation) => operation.path.includes("/:");
