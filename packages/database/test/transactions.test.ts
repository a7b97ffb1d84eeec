import { type Database, DatabaseUnavailable, openDatabase } from "@yutu/database";
import { err, ok } from "@yutu/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clone, cloneDatabase, contextOf, ids } from "./clone.ts";

const context = contextOf("wsp_a");
const setName = "UPDATE departments SET name = name || $2 WHERE id = $1";

describe("transactions", () => {
  let clone: Clone;
  let database: Database;
  const names = () => clone.sql<{ name: string }>("SELECT name FROM departments ORDER BY id");

  beforeAll(async () => {
    clone = await cloneDatabase();
    database = clone.open();
    await clone.sql(
      "INSERT INTO departments (workspace_id, id, name) VALUES ('wsp_a', 'dep_1', 'a'), ('wsp_a', 'dep_2', 'b')",
    );
  });
  afterAll(() => clone.drop());

  it("takes back what a refusal or an error leaves behind", async () => {
    const before = await names();
    expect(
      (
        await database.withTenant(context, async (tx) => {
          await tx.query(setName, ["dep_1", "?"]);
          return err("no");
        })
      ).ok,
    ).toBe(false);
    await expect(
      database.withTenant(context, async (tx) => {
        await tx.query(setName, ["dep_1", "!"]);
        throw new Error("a bug");
      }),
    ).rejects.toThrow("a bug");
    expect(await names()).toEqual(before);
  });

  it("repeats the one of two that a deadlock chose, so both take effect once", async () => {
    let runs = 0;
    let arrived = 0;
    let go: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      go = resolve;
    });
    const change = (first: string, second: string, mark: string) =>
      database.withTenant(context, async (tx) => {
        runs += 1;
        await tx.query(setName, [first, mark]);
        arrived += 1;
        if (arrived >= 2) go();
        await both;
        await tx.query(setName, [second, mark]);
        return ok(null);
      });
    await Promise.all([change("dep_1", "dep_2", "x"), change("dep_2", "dep_1", "y")]);
    expect(runs).toBeGreaterThan(2);
    const after = await names();
    expect(after.map(({ name }) => name.split("").sort().join(""))).toEqual(["axy", "bxy"]);
  });

  it("refuses to write in a reading transaction", async () => {
    const reading = database.withTenant({ ...context, readOnly: true }, (tx) => tx.query(setName, ["dep_1", "z"]));
    await expect(reading).rejects.toThrow(/read-only/);
  });

  it("goes on after the server has ended its connections, and says when there is no server", async () => {
    await database.ping();
    const cut = database.withTenant(context, async (tx) => {
      const [me] = await tx.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      await clone.sql("SELECT pg_terminate_backend($1)", [me?.pid]);
      return tx.query("SELECT 1 AS one");
    });
    await expect(cut).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await database.withTenant(context, (tx) => tx.query("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
    const clock = { now: () => new Date() };
    const nowhere = openDatabase({
      connection: { host: "127.0.0.1", port: 1 },
      poolSize: 1,
      clock,
      ids,
      onError: () => undefined,
    });
    await expect(nowhere.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
    await nowhere.close();
  });

  it("hears notifications, again after its connection was cut", async () => {
    const heard: string[] = [];
    let gaps = 0;
    const stop = await database.listen(
      "yutu_test",
      (payload) => heard.push(payload),
      () => gaps++,
    );
    const hears = async (text: string): Promise<void> => {
      for (const deadline = Date.now() + 10_000; !heard.includes(text) && Date.now() < deadline; ) {
        await clone.sql("SELECT pg_notify('yutu_test', $1)", [text]);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(heard).toContain(text);
    };
    await hears("first");
    expect(gaps).toBe(0);
    await clone.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    );
    await hears("second");
    expect(gaps).toBe(1);
    await stop();
  });
});
