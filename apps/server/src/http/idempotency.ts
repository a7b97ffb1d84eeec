import { createHash } from "node:crypto";
import { requestProblems } from "@yutu/contract";
import type { TenantTx } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";

export interface IdempotentRequest {
  readonly key: string;
  readonly operation: string;
  readonly actorId: string;
  readonly input: unknown;
}

const hashOf = (input: unknown): string => createHash("sha256").update(JSON.stringify(input)).digest("base64url");

/**
 * Runs a command at most once per key of an actor: a repeat gets the first answer, also when both come at the same
 * moment (the second waits for the first one's transaction). Refusals are not remembered.
 */
export async function onceOnly(
  tx: TenantTx,
  request: IdempotentRequest,
  run: () => Promise<Result<unknown, Problem>>,
): Promise<Result<unknown, Problem>> {
  const hash = hashOf(request.input);
  const claimed = await tx.query(
    "INSERT INTO idempotency_keys (key, actor_id, operation, request_hash, response) VALUES ($1, $2, $3, $4, 'null') ON CONFLICT DO NOTHING RETURNING 1",
    [request.key, request.actorId, request.operation, hash],
  );
  if (claimed.length === 0) {
    const [seen] = await tx.query<{ operation: string; request_hash: string; response: unknown }>(
      "SELECT operation, request_hash, response FROM idempotency_keys WHERE key = $1 AND actor_id = $2",
      [request.key, request.actorId],
    );
    if (seen?.operation === request.operation && seen.request_hash === hash) return ok(seen.response);
    return err(problem(requestProblems.idempotencyMismatch, "Use a new key for a different request."));
  }
  const result = await run();
  if (result.ok) {
    await tx.query("UPDATE idempotency_keys SET response = $3 WHERE key = $1 AND actor_id = $2", [
      request.key,
      request.actorId,
      JSON.stringify(result.value),
    ]);
  }
  return result;
}
