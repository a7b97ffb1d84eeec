import type { Services } from "@yutu/application";
import { requestProblems } from "@yutu/contract";
import { LIVE_CHANNEL, type LiveHint } from "@yutu/database";
import { problem } from "@yutu/kernel";
import type { FastifyInstance, FastifyReply } from "fastify";
import { authenticate } from "./authentication.ts";
import { sendProblem } from "./problem-answer.ts";

interface Listener {
  readonly workspaceId: string;
  readonly reply: FastifyReply;
}

const HEARTBEAT_MS = 20_000;

/**
 * Server-sent events: tells each browser of a workspace what has changed, so that it fetches it again with its own
 * rights. Nothing but names and ids travels.
 */
export async function addLiveRoute(
  app: FastifyInstance,
  services: Services,
  prefix: string,
): Promise<() => Promise<void>> {
  const listeners = new Set<Listener>();
  const unlisten = await services.database.listen(LIVE_CHANNEL, (text) => {
    const hint = JSON.parse(text) as LiveHint;
    const { workspaceId, ...visible } = hint;
    const message = `event: changed\ndata: ${JSON.stringify(visible)}\n\n`;
    for (const listener of listeners) {
      if (listener.workspaceId === workspaceId) listener.reply.raw.write(message);
    }
  });
  const heartbeat = setInterval(() => {
    for (const { reply } of listeners) reply.raw.write(": still here\n\n");
  }, HEARTBEAT_MS);

  app.get(`${prefix}/live`, async (request, reply) => {
    const who = await authenticate(request, services);
    if (!who.ok) return sendProblem(reply, who.error);
    const { actor } = who.value;
    if (!actor) return sendProblem(reply, problem(requestProblems.unauthenticated, "Sign in first."));
    reply.hijack();
    reply.raw.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      connection: "keep-alive",
      "x-accel-buffering": "no",
    });
    reply.raw.write("retry: 2000\nevent: ready\ndata: {}\n\n");
    const listener = { workspaceId: actor.workspaceId, reply };
    listeners.add(listener);
    reply.raw.once("close", () => listeners.delete(listener));
    return reply;
  });

  return async () => {
    clearInterval(heartbeat);
    for (const { reply } of listeners) reply.raw.end();
    await unlisten();
  };
}
