import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { CallInput, Operation, OperationOutput } from "@yutu/contract";
import { keyMatches, operationKey } from "./operation-key.ts";

/** Changes answers on screen before the server has confirmed, and can take all of it back. */
export interface OperationCache {
  /** Rewrites every cached answer of an operation, or only the one to `input`. */
  readonly update: <Op extends Operation>(
    operation: Op,
    change: (answer: OperationOutput<Op>) => OperationOutput<Op>,
    input?: CallInput<Op>,
  ) => void;
}

export interface RevertibleCache extends OperationCache {
  readonly revert: () => void;
}

export function createOperationCache(queries: QueryClient): RevertibleCache {
  const before: [QueryKey, unknown][] = [];
  return {
    update: (operation, change, input) => {
      const wanted = input === undefined ? undefined : JSON.stringify(operationKey(operation, input));
      const entries = queries.getQueriesData<OperationOutput<typeof operation>>({
        predicate: ({ queryKey }) =>
          queryKey[2] !== "paged" &&
          keyMatches(queryKey, operation) &&
          (wanted === undefined || JSON.stringify(queryKey) === wanted),
      });
      for (const [key, answer] of entries) {
        if (answer === undefined) continue;
        void queries.cancelQueries({ queryKey: key });
        before.push([key, answer]);
        queries.setQueryData(key, change(answer));
      }
    },
    revert: () => {
      for (const [key, answer] of before.toReversed()) queries.setQueryData(key, answer);
    },
  };
}
