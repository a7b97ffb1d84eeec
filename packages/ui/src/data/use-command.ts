import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import type { CallInput, CallOptions, Operation, OperationOutput, ProblemBody } from "@yutu/contract";
import type { Result } from "@yutu/kernel";
import { useCallback, useState } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";
import { toast } from "../toast/toast-store.ts";
import { useClient } from "./client-context.ts";
import { createOperationCache, type OperationCache } from "./operation-cache.ts";
import { keyMatches, moduleOf } from "./operation-key.ts";

export interface CommandOptions<Op extends Operation> {
  /** Operations, or whole modules by name, whose answers this makes old. Its own module always is. */
  readonly changes?: readonly (Operation | string)[];
  /** Shows the expected outcome at once; taken back when the server refuses. */
  readonly optimistic?: (cache: OperationCache, input: CallInput<Op>) => void;
  readonly done?: (output: OperationOutput<Op>, input: CallInput<Op>) => void;
  /** True when the caller shows the refusal itself (a form); otherwise a toast tells it. */
  readonly quiet?: boolean;
}

export interface CommandState<Op extends Operation> {
  readonly run: (input: CallInput<Op>, options?: CallOptions) => Promise<Result<OperationOutput<Op>, ProblemBody>>;
  readonly pending: boolean;
  /** The latest refusal, until the next run. */
  readonly problem: ProblemBody | undefined;
  readonly clear: () => void;
}

function markOld(queries: QueryClient, targets: readonly (Operation | string)[]): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => targets.some((target) => keyMatches(queryKey, target)),
  });
}

/** Changes: `const approve = useCommand(approveClaim); await approve.run({ params: { claimId } })`. */
export function useCommand<Op extends Operation>(operation: Op, options: CommandOptions<Op> = {}): CommandState<Op> {
  const client = useClient();
  const queries = useQueryClient();
  const [pending, setPending] = useState(0);
  const [problem, setProblem] = useState<ProblemBody>();
  const run = useStableCallback(async (input: CallInput<Op>, call?: CallOptions) => {
    const { changes = [], optimistic, done, quiet } = options;
    const cache = createOperationCache(queries);
    setPending((count) => count + 1);
    setProblem(undefined);
    optimistic?.(cache, input);
    try {
      const result = await client.call(operation, input, call);
      if (result.ok) {
        done?.(result.value, input);
      } else {
        cache.revert();
        setProblem(result.error);
        if (!quiet) toast.problem(result.error);
      }
      markOld(queries, [moduleOf(operation.id), ...changes]);
      return result;
    } catch (error) {
      cache.revert();
      throw error;
    } finally {
      setPending((count) => count - 1);
    }
  });
  const clear = useCallback(() => setProblem(undefined), []);
  return { run, pending: pending > 0, problem, clear };
}
