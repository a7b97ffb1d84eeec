import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { CallInput, Operation, OperationOutput, ProblemBody } from "@yutu/contract";
import { useMemo } from "react";
import { useClient } from "./client-context.ts";
import { operationKey } from "./operation-key.ts";
import { ask, type OperationOptions, problemOf } from "./use-operation.ts";

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

type ItemOf<Output> = Output extends Page<infer Item> ? Item : never;

export interface PagedState<Item> {
  readonly items: readonly Item[];
  readonly problem: ProblemBody | undefined;
  readonly loading: boolean;
  readonly fetching: boolean;
  readonly stale: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => Promise<void>;
}

/** Reads a list page by page through its cursor (`{ items, nextCursor }`); the items come joined. */
export function usePagedOperation<Op extends Operation>(
  operation: Op,
  input: CallInput<Op>,
  options: OperationOptions = {},
): PagedState<ItemOf<OperationOutput<Op>>> {
  type Item = ItemOf<OperationOutput<Op>>;
  const client = useClient();
  const { query: filters } = input as { query?: Record<string, unknown> };
  const query = useInfiniteQuery({
    queryKey: [...operationKey(operation, input), "paged"],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const paged = { ...input, query: { ...filters, ...(pageParam ? { cursor: pageParam } : {}) } };
      return (await ask(client, operation, paged as unknown as CallInput<Op>, signal)) as Page<Item>;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
    meta: { live: options.live ?? [] },
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    items,
    problem: problemOf(query.error),
    loading: query.isLoading,
    fetching: query.isFetching,
    stale: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    reload: async () => {
      await query.refetch();
    },
  };
}
