import { type Call, notFound } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { TOKEN_PREFIX } from "../authenticate.ts";
import { hashToken, newToken } from "../secrets.ts";
import { apiTokens } from "../tables.ts";

export async function createToken(
  { tx, actor }: Call,
  body: { readonly name: string; readonly scopes: string[]; readonly validDays: number | null },
): Promise<Result<{ id: string; token: string }, Problem>> {
  const token = newToken(TOKEN_PREFIX);
  const id = tx.ids.next("tok");
  const expiresAt = body.validDays === null ? null : new Date(tx.now.getTime() + body.validDays * 86_400_000);
  await tx.db.insert(apiTokens).values({
    id,
    memberId: actor.memberId,
    name: body.name,
    tokenHash: hashToken(token),
    scopes: body.scopes,
    expiresAt,
  });
  return ok({ id, token });
}

/** A person revokes only their own tokens; another one's does not exist for them. */
export async function revokeToken(
  { tx, actor }: Call,
  tokenId: string,
): Promise<Result<Record<string, never>, Problem>> {
  const found = await tx.query(
    "UPDATE api_tokens SET revoked_at = coalesce(revoked_at, $3), version = version + 1 WHERE id = $1 AND member_id = $2 RETURNING 1",
    [tokenId, actor.memberId, tx.now],
  );
  return found.length === 0 ? notFound("token") : ok({});
}
