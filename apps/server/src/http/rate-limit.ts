import { requestProblems } from "@yutu/contract";
import { type Clock, err, ok, type Problem, problem, type Result } from "@yutu/kernel";

interface Bucket {
  tokens: number;
  atMs: number;
}

const MAX_BUCKETS = 50_000;

/** Token bucket per caller: `perSecond` sustained, five seconds' worth at once. */
export function createRateLimit(clock: Clock, perSecond: number) {
  const burst = perSecond * 5;
  const buckets = new Map<string, Bucket>();
  return (caller: string): Result<null, Problem> => {
    const nowMs = clock.now().getTime();
    const bucket = buckets.get(caller) ?? { tokens: burst, atMs: nowMs };
    // A clock that is set back takes nothing away.
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, nowMs - bucket.atMs) / 1000) * perSecond);
    bucket.atMs = nowMs;
    if (buckets.size > MAX_BUCKETS) buckets.clear();
    buckets.set(caller, bucket);
    if (bucket.tokens < 1)
      return err(problem(requestProblems.tooMany, "Slow down and repeat.", { params: { retryAfter: 1 } }));
    bucket.tokens -= 1;
    return ok(null);
  };
}
