import { QueryClient } from "@tanstack/react-query";
import { isPassing, ProblemError } from "./problem-error.ts";

const MAX_RETRIES = 4;

/** Cache of the page. Refusals are not retried; a service that is away is asked again with growing pauses. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => error instanceof ProblemError && isPassing(error.problem) && failures < MAX_RETRIES,
        retryDelay: (failures, error) => {
          const wanted = error instanceof ProblemError ? error.problem.retryAfter : undefined;
          return wanted ? wanted * 1000 : Math.min(8000, 500 * 2 ** failures);
        },
      },
    },
  });
