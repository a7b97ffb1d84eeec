import { Analytics } from "@segment/analytics-node";
import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pauseWarehouse } from "./engine.ts";
import { drained, eventSource, eventsOf } from "./events.ts";

const ROOM = { pendingBytes: 300_000, spooledBytes: 300_000 };
const EVENTS = 100;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A batch whose message ids stay the same however often it is sent. */
const batch = (writeKey: string, number: number, bytesEach = 400): string =>
  JSON.stringify({
    writeKey,
    batch: Array.from({ length: EVENTS }, (_, i) => ({
      type: "track",
      event: "Product Viewed",
      userId: `u${i}`,
      messageId: `b${number}-${String(i).padStart(2, "0")}`,
      properties: { list: "x".repeat(bytesEach) },
    })),
  });

describe("when more events come than can be taken", () => {
  let app: TestApp;
  let workspaceId = "";
  beforeAll(async () => {
    app = await bootApp({ eventRoom: ROOM });
    workspaceId = (await app.as("owner")).workspaceId;
  });
  afterAll(() => app.close());

  const post = (body: string) =>
    fetch(`${app.origin}/v1/batch`, { method: "POST", headers: { "content-type": "application/json" }, body });

  /** Sends until it is taken, waiting as long as it is asked to. @returns how often it was put off */
  async function sendAsAsked(body: string): Promise<number> {
    for (let putOff = 0; ; putOff++) {
      const answer = await post(body);
      await answer.arrayBuffer();
      if (answer.status === 200) return putOff;
      expect(answer.status).toBe(429);
      const wait = Number(answer.headers.get("retry-after"));
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(300);
      await sleep(wait * 1_000);
    }
  }

  const idsOf = async (sourceId: string) =>
    (await eventsOf(app, workspaceId, sourceId)).map(({ message_id }) => message_id);

  const spooledBytes = async () =>
    (await app.sql<{ bytes: number }>("SELECT coalesce(sum(length(lines)), 0)::int AS bytes FROM event_spool"))[0]
      ?.bytes ?? 0;

  it("answers 429 with Retry-After while the warehouse is away; what was put off and sent again counts once", async () => {
    const source = await eventSource(app, "away");
    const resume = await pauseWarehouse();
    let taken = 0;
    let refusal = await post(batch(source.writeKey, taken));
    for (; refusal.status === 200; refusal = await post(batch(source.writeKey, taken))) taken += 1;
    expect(refusal.status).toBe(429);
    expect(refusal.headers.get("retry-after")).toBe("5");
    expect(refusal.headers.get("access-control-allow-origin")).toBe("*");
    expect(await refusal.json()).toMatchObject({ success: false });
    // Room is judged by what waits already: one batch may lie above the limit, not more.
    const waiting = await spooledBytes();
    expect(waiting).toBeGreaterThan(ROOM.spooledBytes);
    expect(waiting).toBeLessThan(ROOM.spooledBytes * 1.5);

    const sending = Promise.all([0, 1, 2].map((n) => sendAsAsked(batch(source.writeKey, taken + n))));
    const answers: number[] = [];
    const failures: unknown[] = [];
    const client = new Analytics({ writeKey: source.writeKey, host: app.origin, flushAt: 1, maxRetries: 0 });
    client.on("error", (error) => failures.push(error));
    client.on("http_response", ({ status }) => answers.push(status));
    client.track({ userId: "u", event: "Sent by the real client", messageId: "client" });
    await sleep(1_000);
    resume();
    expect(Math.min(...(await sending))).toBeGreaterThanOrEqual(1);
    await client.closeAndFlush({ timeout: 20_000 });
    expect(failures).toEqual([]);
    expect([answers[0], answers.at(-1)]).toEqual([429, 200]);

    const sent = Array.from({ length: taken + 3 }, (_, b) =>
      Array.from({ length: EVENTS }, (_, i) => `b${b}-${String(i).padStart(2, "0")}`),
    ).flat();
    expect(await idsOf(source.id)).toEqual([...sent, "client"].sort());
  }, 60_000);

  it("takes a batch that is larger than all the room", async () => {
    const source = await eventSource(app, "large");
    const large = batch(source.writeKey, 0, 4_500);
    expect(large.length).toBeGreaterThan(ROOM.spooledBytes);
    await drained(app);
    expect(await sendAsAsked(large)).toBeLessThanOrEqual(1);
    expect(await sendAsAsked(large)).toBeLessThanOrEqual(1);
    expect(await idsOf(source.id)).toHaveLength(EVENTS);
  }, 30_000);

  it("answers 429 when the database takes no more writes and memory would fill up", async () => {
    const source = await eventSource(app, "pending");
    await drained(app);
    await sendAsAsked(batch(source.writeKey, 0));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isLocked = (): void => undefined;
    const locked = new Promise<void>((resolve) => {
      isLocked = resolve;
    });
    const lock = app.services.database.withSystem("nobody writes to the spool for a while", async (tx) => {
      await tx.query("LOCK TABLE event_spool IN EXCLUSIVE MODE");
      isLocked();
      await held;
    });
    await locked;
    const waiting: Promise<Response>[] = [];
    let putOff: Response | undefined;
    for (let b = 1; putOff === undefined && b < 50; b++) {
      const answer = post(batch(source.writeKey, b));
      const first = await Promise.race([answer, sleep(150)]);
      if (first === undefined) waiting.push(answer);
      else putOff = first;
    }
    expect(putOff?.status).toBe(429);
    expect(putOff?.headers.get("retry-after")).toBe("1");
    expect(waiting.length * 50_000).toBeLessThan(ROOM.pendingBytes * 2);
    release();
    await lock;
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
    expect(await sendAsAsked(batch(source.writeKey, waiting.length + 1))).toBeLessThanOrEqual(2);
    expect(await idsOf(source.id)).toHaveLength((waiting.length + 2) * EVENTS);
  }, 60_000);
});
