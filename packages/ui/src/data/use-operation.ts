import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CallInput, Client, Operation, OperationOutput, ProblemBody } from "@yutu/contract";
import { useClient } from "./client-context.ts";
import { operationKey } from "./operation-key.ts";
import { ProblemError } from "./problem-error.ts";

export interface OperationOptions {
  /** False waits, e.g. until an id is known. */
  readonly enabled?: boolean;
  /** Entities whose live changes make this answer old, beyond those of its own module. */
  readonly live?: readonly string[];
  /** Asks again in this rhythm while shown; for things that move without live hints (imports). */
  readonly everyMs?: number | false;
  /** How long an answer counts as fresh. */
  readonly freshMs?: number;
}

export interface OperationState<Output> {
  /** The latest answer; the previous one stays while another is fetched. */
  readonly data: Output | undefined;
  readonly problem: ProblemBody | undefined;
  /** Nothing to show yet. */
  readonly loading: boolean;
  /** An answer is on its way, with or without an older one on screen. */
  readonly fetching: boolean;
  /** The data answers an earlier question (filters changed). */
  readonly stale: boolean;
  readonly reload: () => Promise<void>;
}

/** Asks and throws a refusal, as the query cache expects. */
export async function ask<Op extends Operation>(
  client: Client,
  operation: Op,
  input: CallInput<Op>,
  signal: AbortSignal,
): Promise<OperationOutput<Op>> {
  const result = await client.call(operation, input, { signal });
  if (result.ok) return result.value;
  throw new ProblemError(result.error);
}

/** The refusal inside a query's error; a bug keeps flying to the error boundary. */
export function problemOf(error: Error | null): ProblemBody | undefined {
  if (error === null) return undefined;
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

/** Reads: `const { data, problem, loading } = useOperation(listTasks, { query: { projectId } })`. */
export function useOperation<Op extends Operation>(
  operation: Op,
  input: CallInput<Op>,
  options: OperationOptions = {},
): OperationState<OperationOutput<Op>> {
  const client = useClient();
  const query = useQuery<OperationOutput<Op>, Error>({
    queryKey: operationKey(operation, input),
    queryFn: ({ signal }) => ask(client, operation, input, signal),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
    placeholderData: keepPreviousData,
    meta: { live: options.live ?? [] },
    ...(options.freshMs === undefined ? {} : { staleTime: options.freshMs }),
  });
  return {
    data: query.data,
    problem: problemOf(query.error),
    loading: query.isLoading,
    fetching: query.isFetching,
    stale: query.isPlaceholderData,
    reload: async () => {
      await query.refetch();
    },
  };
}
