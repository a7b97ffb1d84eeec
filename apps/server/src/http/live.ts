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

/** What a browser may leave unread before its stream is cut: it is asleep, and starts afresh when it wakes. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** One message of the stream: what browsers read with the contract's hint schema, under the event's name. */
export const liveMessage = (hint: LiveHint): string => `event: ${LIVE_EVENT}\ndata: ${JSON.stringify(hint)}\n\n`;

/** The open streams of this process. */
class Listeners {
  readonly #open = new Set<Listener>();

  add(listener: Listener): void {
    this.#open.add(listener);
    listener.reply.raw.once("close", () => this.#open.delete(listener));
  }

  forward({ workspaceId, ...hint }: RoutedHint): void {
    const message = liveMessage(hint);
    for (const { workspaceId: own, reply } of this.#open) {
      if (own !== workspaceId) continue;
      if (reply.raw.writableLength > MOST_UNREAD_BYTES) reply.raw.destroy();
      else reply.raw.write(message);
    }
  }

  /** Browsers that come back after an end fetch all they show again: so nothing that was missed stays on a screen. */
  endAll(): void {
    for (const { reply } of this.#open) reply.raw.end();
  }

  /** Ends the streams whose session has ended or moved to another workspace, and keeps the others open. */
  async beat(services: Services): Promise<void> {
    for (const { workspaceId, request, reply } of this.#open) {
      const who = await authenticate(request, services);
      if (who.ok && who.value.actor?.workspaceId === workspaceId) reply.raw.write(": still here\n\n");
      else reply.raw.end();
    }
  }
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
  const listeners = new Listeners();
  const unlisten = await services.database.listen(
    LIVE_CHANNEL,
    (text) => listeners.forward(JSON.parse(text) as RoutedHint),
    () => listeners.endAll(),
  );
  const heartbeat = setInterval(() => {
    listeners
      .beat(services)
      .catch((error: unknown) => services.log.debug({ err: error }, "live streams were not checked"));
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
    listeners.add({ workspaceId: actor.workspaceId, request, reply });
    return reply;
  });

  return async () => {
    clearInterval(heartbeat);
    listeners.endAll();
    await unlisten();
  };
}
