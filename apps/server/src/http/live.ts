import type { Services } from "@yutu/application";
import { LIVE_EVENT, type LiveHint, requestProblems } from "@yutu/contract";
import { LIVE_CHANNEL, type RoutedHint } from "@yutu/database";
import { problem } from "@yutu/kernel";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { authenticate } from "./authentication.ts";
import { sendProblem } from "./problem-answer.ts";

interface Listener {
  readonly workspaceId: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const HEARTBEAT_MS = 20_000;

/** One message of the stream: what browsers read with the contract's hint schema, under the event's name. */
export const liveMessage = (hint: LiveHint): string => `event: ${LIVE_EVENT}\ndata: ${JSON.stringify(hint)}\n\n`;

/** Ends a stream whose session has ended or moved to another workspace; keeps the others open. */
async function beat({ workspaceId, request, reply }: Listener, services: Services): Promise<void> {
  const who = await authenticate(request, services);
  if (who.ok && who.value.actor?.workspaceId === workspaceId) reply.raw.write(": still here\n\n");
  else reply.raw.end();
}

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
    const { workspaceId, ...hint } = JSON.parse(text) as RoutedHint;
    const message = liveMessage(hint);
    for (const listener of listeners) {
      if (listener.workspaceId === workspaceId) listener.reply.raw.write(message);
    }
  });
  const heartbeat = setInterval(() => {
    for (const listener of listeners)
      beat(listener, services).catch((error: unknown) =>
        services.log.debug({ err: error }, "a live stream was not checked"),
      );
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
    const listener = { workspaceId: actor.workspaceId, request, reply };
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
