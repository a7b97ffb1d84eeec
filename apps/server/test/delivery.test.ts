import { type Subscriber, startRelay, subscribe } from "@yutu/application";
import { defineEvent } from "@yutu/contract";
import type { TenantContext } from "@yutu/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Application } from "../src/application.ts";
import { dataFolder, withDataDirectory } from "./support/data-directory.ts";

const first = defineEvent("test.thing-happened", 1, z.object({ n: z.int() }));
const second = defineEvent("test.thing-happened", 2, z.object({ count: z.int() }));
const context: TenantContext = {
  workspaceId: "wsp_a",
  actor: { kind: "system", id: null },
  operation: "test.emit",
  requestId: "req-1",
};
const silently = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The relay on a real PostgreSQL, in an application that runs none of its own. */
describe("delivery of events", () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let application: Application;
  let finish: () => void = () => undefined;
  let closed: Promise<unknown>;

  beforeAll(async () => {
    folder = await dataFolder("delivery");
    await new Promise<void>((opened, failed) => {
      const work = ({ application: made }: { application: Application }) => {
        application = made;
        opened();
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      };
      closed = withDataDirectory(folder.at("data"), work, "web").catch(failed);
    });
  });
  afterAll(async () => {
    finish();
    await closed;
    await folder.remove();
  });

  const services = () => ({ ...application.services, log: silently });
  const emit = (count: number) =>
    services().database.withTenant(context, async (tx) => {
      for (let n = 0; n < count; n++) await tx.emit(first, { n }, { entity: "thing", id: `thg_${n}` });
    });
  const note = (name: string, prefix: string, before: (n: number) => void = () => undefined): Subscriber =>
    subscribe(name, first, async ({ tx }, { payload }) => {
      await tx.query("INSERT INTO departments (id, name) VALUES ($1, $2)", [
        tx.ids.next("dep"),
        `${prefix} ${payload.n}`,
      ]);
      before(payload.n);
    });
  const effects = async (prefix: string): Promise<number> => {
    const rows = await services().database.querySystem<{ n: number }>(
      "count effects",
      "SELECT count(*)::int AS n FROM departments WHERE name LIKE $1",
      [`${prefix} %`],
    );
    return rows[0]?.n ?? 0;
  };
  const outbox = () =>
    services().database.querySystem<{ attempts: number; delivered: boolean; last_error: string | null }>(
      "look at the outbox",
      "SELECT attempts, delivered_at IS NOT NULL AS delivered, last_error FROM outbox ORDER BY seq DESC LIMIT 1",
    );
  const makeDue = () =>
    services().database.querySystem(
      "let time pass",
      "UPDATE outbox SET next_attempt_at = now() WHERE delivered_at IS NULL",
    );

  it("has effect once, with several relays at work and an event delivered again", async () => {
    await emit(60);
    const subscriber = note("test.note", "once");
    const relays = await Promise.all([1, 2, 3].map(() => startRelay(services(), [subscriber])));
    await Promise.all(relays.map((relay) => relay.drain()));
    expect(await effects("once")).toBe(60);
    await services().database.querySystem(
      "forget the delivery, as a crash before the note would",
      "UPDATE outbox SET delivered_at = NULL, next_attempt_at = now()",
    );
    expect(await relays[0]?.drain()).toBeGreaterThan(0);
    expect(await effects("once")).toBe(60);
    await Promise.all(relays.map((relay) => relay.stop()));
  });

  it("tries a failing subscriber again, without repeating the one that succeeded or keeping half an effect", async () => {
    let failures = 2;
    const sound = note("test.sound", "sound");
    const failing = note("test.failing", "failing", () => {
      if (failures-- > 0) throw new Error("not today");
    });
    const relay = await startRelay(services(), [sound, failing]);
    await emit(1);
    await relay.drain();
    expect(await outbox()).toMatchObject([{ delivered: false, last_error: "not today" }]);
    expect([await effects("sound"), await effects("failing")]).toEqual([1, 0]);
    for (let attempt = 0; attempt < 2; attempt++) {
      await makeDue();
      await relay.drain();
    }
    expect(await outbox()).toMatchObject([{ attempts: 3, delivered: true, last_error: null }]);
    expect([await effects("sound"), await effects("failing")]).toEqual([1, 1]);
    await relay.stop();
  });

  it("lets an event of a later version wait for a process that knows it", async () => {
    const counted: number[] = [];
    const old = await startRelay(services(), [note("test.old", "old")]);
    await services().database.withTenant(context, (tx) =>
      tx.emit(second, { count: 7 }, { entity: "thing", id: "thg_9" }),
    );
    await old.drain();
    expect(await outbox()).toMatchObject([
      { attempts: 0, delivered: false, last_error: expect.stringContaining("version 2") },
    ]);
    await old.stop();
    await makeDue();
    const younger = await startRelay(services(), [
      subscribe("test.new", second, async (_call, { payload }) => void counted.push(payload.count)),
    ]);
    await younger.drain();
    expect(counted).toEqual([7]);
    expect(await outbox()).toMatchObject([{ delivered: true }]);
    await younger.stop();
  });
});
