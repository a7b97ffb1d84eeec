import { type Database, OUTBOX_CHANNEL, type TenantContext } from "@yutu/database";
import type { Subscriber } from "./module.ts";
import type { Services } from "./services.ts";

interface Waiting {
  readonly workspace_id: string;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly payload: unknown;
  readonly entity_id: string;
  readonly project_id: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly request_id: string;
  readonly occurred_at: Date;
  readonly attempts: number;
}

// Claiming moves the next attempt into the future: if this process dies, another one takes the event then. The time may
// be short, since an event that two relays deliver has effect once; it grows for one that takes the process with it.
const CLAIM = `
  UPDATE outbox SET attempts = attempts + 1, next_attempt_at = now() + least(interval '1 hour', interval '5 seconds' * power(2, least(attempts, 10)))
  WHERE (workspace_id, id) IN (
    SELECT workspace_id, id FROM outbox WHERE delivered_at IS NULL AND next_attempt_at <= now() AND attempts < 20
    ORDER BY seq LIMIT 50 FOR UPDATE SKIP LOCKED)
  RETURNING workspace_id, id, seq, type, version, payload, entity_id, project_id, actor_kind, actor_id, request_id, occurred_at, attempts`;

export interface Relay {
  /** Delivers what is due now; resolves with the number of events handled. */
  drain(): Promise<number>;
  stop(): Promise<void>;
}

/** Delivers one event to one subscriber; the inbox row makes a second delivery do nothing. */
async function deliver(services: Services, subscriber: Subscriber, event: Waiting): Promise<void> {
  const context: TenantContext = {
    workspaceId: event.workspace_id,
    actor: { kind: "system", id: event.actor_id },
    operation: subscriber.name,
    requestId: event.request_id,
  };
  await services.database.withTenant(context, async (tx) => {
    const fresh = await tx.query(
      "INSERT INTO inbox (subscriber, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1",
      [subscriber.name, event.id],
    );
    if (fresh.length === 0) return;
    const payload = subscriber.event.schema.parse(event.payload) as never;
    await subscriber.handle(
      { tx, services },
      {
        eventId: event.id,
        payload,
        occurredAt: event.occurred_at,
        actorKind: event.actor_kind,
        actorId: event.actor_id,
        entityId: event.entity_id,
        projectId: event.project_id,
      },
    );
  });
}

async function settle(database: Database, event: Waiting, error: unknown): Promise<void> {
  await database.withSystem("the relay notes the outcome of a delivery", (tx) =>
    error === undefined
      ? tx.query("UPDATE outbox SET delivered_at = now(), last_error = NULL WHERE workspace_id = $1 AND id = $2", [
          event.workspace_id,
          event.id,
        ])
      : tx.query(
          "UPDATE outbox SET last_error = $3, next_attempt_at = now() + interval '2 seconds' * power(2, least(attempts, 10)) WHERE workspace_id = $1 AND id = $2",
          [
            event.workspace_id,
            event.id,
            (error instanceof Error ? error.message : JSON.stringify(error)).slice(0, 1000),
          ],
        ),
  );
}

/** During an upgrade in steps an older process leaves an event to one that knows its version. */
async function leaveToNewer(database: Database, event: Waiting): Promise<void> {
  await database.withSystem("the relay leaves an event of a later version alone", (tx) =>
    tx.query(
      "UPDATE outbox SET attempts = attempts - 1, last_error = $3, next_attempt_at = now() + interval '10 seconds' WHERE workspace_id = $1 AND id = $2",
      [event.workspace_id, event.id, `no subscriber of this build knows version ${event.version}`],
    ),
  );
}

/** How one event is given to its subscribers; what fails is tried again later. */
function handlerOf(services: Services, subscribers: readonly Subscriber[]): (event: Waiting) => Promise<void> {
  const { database, log } = services;
  const interested = (event: Waiting) =>
    subscribers.filter((s) => s.event.type === event.type && s.event.version === event.version);

  const isOfLaterBuild = (event: Waiting): boolean => {
    const versions = subscribers.filter((s) => s.event.type === event.type).map((s) => s.event.version);
    return versions.length > 0 && versions.every((version) => version < event.version);
  };

  return async (event) => {
    if (isOfLaterBuild(event)) return leaveToNewer(database, event);
    try {
      for (const subscriber of interested(event)) await deliver(services, subscriber, event);
      await settle(database, event, undefined);
    } catch (error) {
      log.warn({ err: error, event: event.id, type: event.type, attempts: event.attempts }, "event delivery failed");
      await settle(database, event, error);
    }
  };
}

/** Starts delivering events from the outbox to subscribers, in order of writing where nothing fails. */
export async function startRelay(services: Services, subscribers: readonly Subscriber[]): Promise<Relay> {
  const { database, log } = services;
  const handle = handlerOf(services, subscribers);

  async function drainOnce(): Promise<number> {
    const claimed = await database.withSystem("the relay claims events of all workspaces", (tx) =>
      tx.query<Waiting & { seq: string }>(CLAIM),
    );
    claimed.sort((a, b) => Number(a.seq) - Number(b.seq));
    for (const event of claimed) await handle(event);
    return claimed.length;
  }

  let running: Promise<number> = Promise.resolve(0);
  let stopped = false;
  const drain = (): Promise<number> => {
    running = running.then(async () => {
      let total = 0;
      for (let n = 1; n > 0 && !stopped; total += n) n = await drainOnce();
      return total;
    });
    const settled = running;
    running = running.catch(() => 0);
    return settled;
  };
  const wake = (): void => {
    void drain().catch((error: unknown) => log.warn({ err: error }, "the relay could not read the outbox"));
  };
  const unlisten = await database.listen(OUTBOX_CHANNEL, wake);
  const timer = setInterval(wake, 5_000);
  wake();
  return {
    drain,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await unlisten();
      await running;
    },
  };
}
