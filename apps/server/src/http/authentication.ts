import type { Services } from "@yutu/application";
import { requestProblems } from "@yutu/contract";
import { type Authenticated, authenticateSession, authenticateToken, SESSION_COOKIE } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { FastifyRequest } from "fastify";

const nobody: Authenticated = { account: null, actor: null };
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** A cookie travels with requests that other sites cause; those are refused unless they only read. */
function comesFromElsewhere(request: FastifyRequest): boolean {
  if (SAFE.has(request.method)) return false;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = request.headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host);
}

/** Who a request comes from. A wrong or ended credential is refused rather than treated as nobody. */
export async function authenticate(
  request: FastifyRequest,
  services: Services,
): Promise<Result<Authenticated, Problem>> {
  const { authorization } = request.headers;
  const now = services.clock.now();
  if (authorization?.startsWith("Bearer ")) {
    const found = await authenticateToken(services.database, authorization.slice(7).trim(), now);
    return found
      ? ok(found)
      : err(problem(requestProblems.unauthenticated, "The token is unknown, has expired or was revoked."));
  }
  const token = request.cookies[SESSION_COOKIE];
  if (!token) return ok(nobody);
  if (comesFromElsewhere(request))
    return err(problem(requestProblems.forbidden, "The request came from another site."));
  return ok((await authenticateSession(services.database, token, now)) ?? nobody);
}
