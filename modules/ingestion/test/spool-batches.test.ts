import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pauseWarehouse } from "./engine.ts";
import { drained, eventSource, eventsOf } from "./events.ts";

const REQUESTS = 24;
const EVENTS = 20;
const EVENT_BYTES = 22_000;
const MOST_BYTES = 8 << 20;
/** The lock of whoever brings events to the warehouse. */
const WRITER = 7_268_007;

describe("events on their way to the warehouse", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  /** Has another process be the writer for as long as `work` takes. */
  const whileAnotherWrites = (work: () => Promise<void>) =>
    app.services.database.withSystem("another process is the writer", async (tx) => {
      await tx.query("SELECT pg_advisory_xact_lock($1)", [WRITER]);
      await work();
    });

  it("go in batches that fit into memory, however large the events are", async () => {
    const source = await eventSource(app, "large events");
    const send = async (number: number): Promise<void> => {
      const batch = Array.from({ length: EVENTS }, (_, i) => ({
        type: "track",
        event: "x",
        userId: "u",
        messageId: `m${number}-${i}`,
        properties: { text: "x".repeat(EVENT_BYTES) },
      }));
      const body = JSON.stringify({ writeKey: source.writeKey, batch });
      expect((await fetch(`${app.origin}/v1/batch`, { method: "POST", body })).status).toBe(200);
    };
    const resume = await pauseWarehouse();
    await whileAnotherWrites(() =>
      Array.from({ length: REQUESTS }, (_, n) => n).reduce(
        (before, n) => before.then(() => send(n)),
        Promise.resolve(),
      ),
    );
    const [spool] = await app.sql<{ all: number }>(`SELECT sum(length(lines))::int AS "all" FROM event_spool`);
    expect(spool?.all).toBeGreaterThan(MOST_BYTES * 1.2);
    let taken = 0;
    while (taken === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const marked = "SELECT coalesce(sum(length(lines)), 0)::int AS bytes FROM event_spool WHERE batch IS NOT NULL";
      taken = (await app.sql<{ bytes: number }>(marked))[0]?.bytes ?? 0;
    }
    resume();
    expect(taken).toBeLessThan(MOST_BYTES + EVENTS * EVENT_BYTES * 1.1);
    await drained(app);
    const { workspaceId } = await app.as("owner");
    expect(await eventsOf(app, workspaceId, source.id)).toHaveLength(REQUESTS * EVENTS);
  }, 60_000);
});
