import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { DemoServer } from "./support/demo-server.ts";
import { eventually } from "./support/server-process.ts";

const CLIENTS = 4;
const BATCHES = 400;
const EVENTS = 50;
const CRASHES = 3;

const found = z.object({ events: z.coerce.number(), ids: z.coerce.number() });

/** A batch whose message ids stay the same however often it is sent, as clients do it. */
const batch = (writeKey: string, number: number): string =>
  JSON.stringify({
    writeKey,
    batch: Array.from({ length: EVENTS }, (_, i) => ({
      type: "track",
      event: "Product Viewed",
      userId: `u${i}`,
      messageId: `b${number}-${i}`,
    })),
  });

describe("kill -9 while events come in", () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await DemoServer.start("crash-events");
  });
  afterAll(() => server.remove());

  /** Sends a batch once. @returns whether the server said that it has it */
  async function send(body: string): Promise<boolean> {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${server.origin}/v1/batch`, { method: "POST", headers, body }).catch(() => null);
    return answer?.status === 200;
  }

  it("keeps every batch that was answered, and counts repeated ones once", async () => {
    const owner = await server.as("owner");
    const source = await owner.must(ingestion.createSource, {
      body: { name: "官网", kind: "events", channel: "website" },
    });
    const waiting = Array.from({ length: BATCHES }, (_, number) => number);
    let answered = 0;
    let repeated = 0;
    const client = async (): Promise<void> => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        while (!(await send(batch(source.writeKey ?? "", number)))) {
          repeated += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        answered += 1;
      }
    };
    const sending = Promise.all(Array.from({ length: CLIENTS }, client));
    for (let crash = 1; crash <= CRASHES; crash++) {
      const enough = (BATCHES * crash) / (CRASHES + 1);
      while (answered < enough) await new Promise((resolve) => setTimeout(resolve, 5));
      await server.kill(crash === CRASHES);
      await server.startAgain();
    }
    await sending;
    expect(answered).toBe(BATCHES);
    expect(repeated).toBeGreaterThanOrEqual(CRASHES);

    const all = { events: BATCHES * EVENTS, ids: BATCHES * EVENTS };
    const seen = await server.look(async ({ application: { services } }) => {
      const spooled = () =>
        services.database.querySystem<{ n: number }>(
          "events on their way to the warehouse",
          "SELECT count(*)::int AS n FROM event_spool",
        );
      await eventually(spooled, ([row]) => row?.n === 0);
      const sql = "SELECT count() AS events, uniqExact(message_id) AS ids FROM {{events}}";
      return unwrap(await services.warehouse.query({ workspaceId: owner.workspaceId }, { sql, row: found }));
    });
    expect(seen).toEqual([all]);
  }, 300_000);
});
