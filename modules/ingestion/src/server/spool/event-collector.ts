import type { Services } from "@yutu/application";
import { packEvents, type SpooledEvent } from "./spooled-event.ts";

/** Told to the writer when events were spooled. */
export const SPOOL_CHANNEL = "yutu_events";

/** How long the first event of a batch waits for others. One commit then makes all of them durable. */
const GATHER_MS = 8;
/** A commit takes requests until it has so much. */
const BATCH_BYTES = 2 << 20;
const LOOK_EVERY_MS = 2_000;
/** Nobody is put off by an older look than this. */
const LOOK_WHEN_FULL_MS = 200;
const COMMIT_SOON_S = 1;
const LEAST_WAIT_S = 5;
/** Segment's clients obey no longer wait. */
const MOST_WAIT_S = 300;

interface Waiting {
  readonly events: readonly SpooledEvent[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Lane {
  waiting: Waiting[];
  bytes: number;
  timer: NodeJS.Timeout | undefined;
  isWriting: boolean;
}

/** What the next commit takes: requests in their order until there is enough, the first one however large. */
function takeBatch(lane: Lane): { readonly batch: readonly Waiting[]; readonly bytes: number } {
  let bytes = 0;
  let count = 0;
  while (count < lane.waiting.length && bytes < BATCH_BYTES) bytes += lane.waiting[count++]?.bytes ?? 0;
  lane.bytes -= bytes;
  return { batch: lane.waiting.splice(0, count), bytes };
}

/**
 * Makes events durable in PostgreSQL, many requests in one commit (group commit). `add` resolves when they are on disk.
 * See docs/adr/0005-event-durability.md.
 */
export class EventCollector {
  readonly #services: Services;
  readonly #lanes = new Map<string, Lane>();
  #pendingBytes = 0;
  #spooledBytes = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #fullSince: number | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /**
   * Seconds after which a client should try again; 0 when there is room. Room is judged by what waits already, whatever the
   * request adds: one that is larger than all room there is comes through once nothing waits. While the warehouse is away,
   * clients wait as long again as it has been away: those that give up after some attempts then last for hours.
   */
  async retryAfterSeconds(): Promise<number> {
    const room = this.#services.eventRoom;
    if (this.#pendingBytes > room.pendingBytes) return COMMIT_SOON_S;
    const now = performance.now();
    if (now - this.#lookedAt > (this.#spooledBytes > room.spooledBytes ? LOOK_WHEN_FULL_MS : LOOK_EVERY_MS)) {
      this.#lookedAt = now;
      const [row] = await this.#services.database.querySystem<{ bytes: number }>(
        "how much waits for the warehouse",
        "SELECT coalesce(sum(length(lines)), 0)::float8 AS bytes FROM event_spool",
      );
      this.#spooledBytes = row?.bytes ?? 0;
    }
    if (this.#spooledBytes <= room.spooledBytes) {
      this.#fullSince = undefined;
      return 0;
    }
    this.#fullSince ??= now;
    return Math.min(Math.max(Math.ceil((now - this.#fullSince) / 1_000), LEAST_WAIT_S), MOST_WAIT_S);
  }

  /** Resolves when the events would survive a power cut. Rejects when the database is away: nothing was kept then. */
  add(workspaceId: string, events: readonly SpooledEvent[]): Promise<void> {
    if (events.length === 0) return Promise.resolve();
    const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(event.line), 0);
    const lane = this.#laneOf(workspaceId);
    return new Promise((resolve, reject) => {
      lane.waiting.push({ events, bytes, resolve, reject });
      lane.bytes += bytes;
      this.#pendingBytes += bytes;
      if (lane.bytes >= BATCH_BYTES) void this.#write(workspaceId, lane);
      else lane.timer ??= setTimeout(() => void this.#write(workspaceId, lane), GATHER_MS);
    });
  }

  /** Writes what waits and resolves when nothing does any more. */
  async close(): Promise<void> {
    for (const [workspaceId, lane] of this.#lanes) {
      while (lane.isWriting || lane.waiting.length > 0) {
        await this.#write(workspaceId, lane);
        if (lane.isWriting) await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      }
    }
  }

  #laneOf(workspaceId: string): Lane {
    const known = this.#lanes.get(workspaceId);
    if (known !== undefined) return known;
    const lane: Lane = { waiting: [], bytes: 0, timer: undefined, isWriting: false };
    this.#lanes.set(workspaceId, lane);
    return lane;
  }

  /** One write per workspace at a time; what comes meanwhile makes the next batch. */
  async #write(workspaceId: string, lane: Lane): Promise<void> {
    clearTimeout(lane.timer);
    lane.timer = undefined;
    if (lane.isWriting || lane.waiting.length === 0) return;
    const { batch, bytes } = takeBatch(lane);
    lane.isWriting = true;
    try {
      await this.#insert(
        workspaceId,
        batch.flatMap((waiting) => waiting.events),
      );
      // Until the next look: much may come within two seconds.
      this.#spooledBytes += bytes;
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.#pendingBytes -= bytes;
      lane.isWriting = false;
      if (lane.waiting.length > 0) void this.#write(workspaceId, lane);
      else if (lane.timer === undefined) this.#lanes.delete(workspaceId);
    }
  }

  async #insert(workspaceId: string, events: readonly SpooledEvent[]): Promise<void> {
    const { lines, keys } = packEvents(events);
    // One statement is one transaction: a single round trip and a single wait for the disk.
    await this.#services.database.querySystem(
      "events are spooled for the workspace of their write key",
      `WITH kept AS (INSERT INTO event_spool (workspace_id, received_at, events, lines, keys) VALUES ($1, clock_timestamp(), $2, $3, $4) RETURNING 1)
       SELECT pg_notify('${SPOOL_CHANNEL}', '') FROM kept`,
      [workspaceId, events.length, lines, keys],
    );
  }
}

const collectors = new WeakMap<Services, EventCollector>();

/** The collector of this process. */
export function collectorOf(services: Services): EventCollector {
  const known = collectors.get(services);
  if (known !== undefined) return known;
  const collector = new EventCollector(services);
  collectors.set(services, collector);
  return collector;
}
