import type { Operation } from "@yutu/contract";

/** Query keys are the operation id and what it was asked, so everything that reads the same thing shares one cache entry. */
export type OperationKey = readonly [id: string, input: unknown];

export const operationKey = (operation: Operation, input: unknown): OperationKey => [operation.id, input ?? {}];

/** `budgets` of `budgets.approveClaim` or `budgets.budget-approved.v1`. */
export const moduleOf = (name: string): string => name.split(".", 1)[0] ?? name;

/** Whether a cached answer belongs to an operation or, given a bare name, to any operation of a module. */
export function keyMatches(key: readonly unknown[], target: Operation | string): boolean {
  const id = key[0];
  if (typeof id !== "string") return false;
  return typeof target === "string" ? moduleOf(id) === target : id === target.id;
}
