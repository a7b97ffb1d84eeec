import { randomUUID } from "node:crypto";
import { LIVE_EVENT, liveHintSchema } from "@yutu/contract";
import { ensureDatabase } from "@yutu/database";
import { identity } from "@yutu/identity/contract";
import { projects } from "@yutu/projects/contract";
import { clientFor, type Person, signInAs } from "@yutu/testkit";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dataFolder } from "./support/data-directory.ts";
import { eventually, type ServerProcess, startServer } from "./support/server-process.ts";

/**
 * Two web nodes and a worker on one given PostgreSQL. Each has a data directory of its own, since there is no ClickHouse
 * server here: the warehouse of each is embedded. What they share is the database, as it would be in production.
 */
describe("two web nodes and a worker on one PostgreSQL", () => {
  const name = `test_nodes_${randomUUID().slice(0, 8)}`;
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let nodes: ServerProcess[] = [];
  let origins: string[];
  let client: pg.Client;
  let onA: Person;
  let onB: Person;

  beforeAll(async () => {
    folder = await dataFolder("nodes");
    const server = inject("postgres");
    await ensureDatabase({ ...server, database: "postgres" }, name);
    client = new pg.Client({ ...server, database: name });
    await client.connect();
    const settings = (data: string) => ({
      DATABASE_URL: `postgres://${server.user}@${encodeURIComponent(server.host)}:${server.port}/${name}`,
      YUTU_DATA_DIR: folder.at(data),
      YUTU_SECRET_KEY: "shared by all nodes, thirty-two characters",
    });
    // All three begin on an empty database at the same moment.
    nodes = await Promise.all([
      startServer({ ...settings("a"), YUTU_ROLE: "web" }),
      startServer(settings("b"), ["--role", "web"]),
      startServer({ ...settings("c"), YUTU_ROLE: "worker" }),
    ]);
    const addresses = await Promise.all(nodes.map((node) => node.running()));
    origins = addresses.slice(0, 2);
    const api = origins.map((origin) => `${origin}/api/v1`);
    const [email, password] = ["boss@example.com", "a long enough password"];
    await clientFor(api[0] ?? "").must(identity.signUp, {
      body: { email, name: "沈若岚", password, workspaceName: "青柠" },
    });
    [onA, onB] = [await signInAs(api[0] ?? "", email, password), await signInAs(api[1] ?? "", email, password)];
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await client.end();
    await folder.remove();
  });

  it("migrate together without getting in each other's way", async () => {
    const { rows } = await client.query(
      "SELECT count(*)::int - count(DISTINCT name)::int AS twice, count(*) > 5 AS some FROM migrations",
    );
    expect(rows).toEqual([{ twice: 0, some: true }]);
  });

  it("show a change made on one node live on the other, and the worker does what follows once", async () => {
    const live = await fetch(`${origins[1]}/api/v1/live`, { headers: { cookie: onB.cookie() } });
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard = async (wanted: string): Promise<string> => {
      for (let text = ""; ; ) {
        if (text.includes(wanted)) return text;
        const { value, done } = (await reader?.read()) ?? { value: "", done: true };
        if (done) throw new Error(`the stream ended with ${text}`);
        text += value;
      }
    };
    const { id } = await onA.must(projects.createProject, {
      body: {
        typeKey: "ecommerce_promo",
        name: "双11",
        anchorDate: "2026-11-11",
        totalBudgetMinor: 1_000_000,
        channels: ["tmall"],
        managerId: onA.memberId,
      },
    });
    const message = (await heard(`"${id}"`)).split("\n\n").find((part) => part.includes(id)) ?? "";
    const [name, data] = message.split("\n");
    expect(name).toBe(`event: ${LIVE_EVENT}`);
    expect(liveHintSchema.parse(JSON.parse(data?.slice("data: ".length) ?? ""))).toMatchObject({ projectId: id });
    await reader?.cancel();
    expect((await onB.must(projects.getProject, { params: { projectId: id } })).name).toBe("双11");
    await eventually(
      async () =>
        (await client.query<{ n: number }>("SELECT count(*)::int AS n FROM outbox WHERE delivered_at IS NULL")).rows[0]
          ?.n,
      (n) => n === 0,
    );
    const once = await client.query(
      "SELECT count(*)::int - count(DISTINCT number)::int AS twice, count(*) > 5 AS some FROM tasks WHERE project_id = $1",
      [id],
    );
    expect(once.rows).toEqual([{ twice: 0, some: true }]);
    const effects = await client.query(
      "SELECT subscriber FROM inbox GROUP BY workspace_id, subscriber, event_id HAVING count(*) > 1",
    );
    expect(effects.rows).toEqual([]);
  });

  it("keep one session: signing out on one node ends it on the other", async () => {
    const cookie = onA.cookie();
    const status = async () => (await fetch(`${origins[1]}/api/v1/projects`, { headers: { cookie } })).status;
    expect(await status()).toBe(200);
    await onA.must(identity.signOut, {});
    expect(await status()).toBe(401);
  });

  it("go on when one node is killed", async () => {
    nodes[0]?.signal("SIGKILL");
    await nodes[0]?.ended();
    expect((await onB.must(projects.listProjects, {})).items).toHaveLength(1);
  });
});
