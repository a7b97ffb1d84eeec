import type { Services } from "@yutu/application";
import type { FastifyInstance, FastifyReply } from "fastify";
import { refusalOf, sendProblem } from "./problem-answer.ts";

const GIVEN_UP: ReadonlySet<unknown> = new Set(["ABORT_ERR", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"]);

/** Work that was given up because nobody waits for it any more: there is nobody to answer, and nothing of ours failed. */
function clientLeft(error: unknown, reply: FastifyReply): boolean {
  if (!reply.raw.destroyed || !(error instanceof Error)) return false;
  return error.name === "AbortError" || GIVEN_UP.has((error as { code?: unknown }).code);
}

/** Answers for what a route throws: a refusal as such, anything else as a fault that is logged under the request id. */
export function addFaultAnswers(app: FastifyInstance, log: Services["log"]): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal) return sendProblem(reply, refusal);
    if (clientLeft(error, reply)) return;
    log.error(
      { err: error, requestId: request.id, method: request.method, url: request.routeOptions.url },
      "request failed",
    );
    return reply
      .status(500)
      .type("application/problem+json")
      .send(
        JSON.stringify({
          type: "about:blank",
          title: "Internal error",
          status: 500,
          detail: "This is a fault of ours; it was logged under the request id.",
          code: "service/fault",
          requestId: request.id,
        }),
      );
  });
}
