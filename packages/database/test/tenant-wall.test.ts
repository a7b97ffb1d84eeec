import type { Database } from "@yutu/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clone, cloneDatabase, contextOf } from "./clone.ts";

const INSERT = "INSERT INTO departments (workspace_id, id, name) VALUES ($1, $2, $3)";

describe("the wall between tenants, with raw SQL", () => {
  let clone: Clone;
  let database: Database;
  const ask = <Row extends object>(
    workspaceId: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> => database.withTenant(contextOf(workspaceId), (tx) => tx.query<Row>(text, values));

  beforeAll(async () => {
    clone = await cloneDatabase();
    database = clone.open();
    await clone.sql(
      "INSERT INTO departments (workspace_id, id, name) VALUES ('wsp_a', 'dep_a', '甲'), ('wsp_b', 'dep_b', '乙')",
    );
  });
  afterAll(() => clone.drop());

  it("shows only one's own rows, also when the other's workspace is asked for", async () => {
    expect(await ask("wsp_a", "SELECT id FROM departments")).toEqual([{ id: "dep_a" }]);
    expect(await ask("wsp_a", "SELECT id FROM departments WHERE workspace_id = 'wsp_b'")).toEqual([]);
    expect(await ask("wsp_a", "SELECT id FROM audit_log, departments WHERE audit_log.workspace_id = 'wsp_b'")).toEqual(
      [],
    );
  });

  it("neither changes nor removes another's rows, and lets none be moved there", async () => {
    expect(await ask("wsp_a", "UPDATE departments SET name = 'x' WHERE id = 'dep_b' RETURNING id")).toEqual([]);
    expect(await ask("wsp_a", "DELETE FROM departments WHERE id = 'dep_b' RETURNING id")).toEqual([]);
    await expect(ask("wsp_a", "UPDATE departments SET workspace_id = 'wsp_b'")).rejects.toThrow(/row-level security/);
    await expect(ask("wsp_a", INSERT, ["wsp_b", "dep_x", "x"])).rejects.toThrow(/row-level security/);
    expect(await clone.sql("SELECT id, name FROM departments ORDER BY id")).toEqual([
      { id: "dep_a", name: "甲" },
      { id: "dep_b", name: "乙" },
    ]);
  });

  it("cannot be stepped over from inside: no other role's rights, no accounts, no audit log, no schema", async () => {
    for (const text of [
      "SELECT * FROM system.users",
      "UPDATE audit_log SET operation = 'nothing'",
      "DELETE FROM audit_log",
      "DELETE FROM outbox",
      "ALTER TABLE departments DISABLE ROW LEVEL SECURITY",
      "DROP POLICY tenant ON departments",
    ])
      await expect(ask("wsp_a", text), text).rejects.toThrow(/permission denied|must be owner/);
  });

  it("sees nothing at all without a workspace, and forgets the last one with its transaction", async () => {
    expect(await ask("", "SELECT id FROM departments")).toEqual([]);
    await ask("wsp_b", "SELECT 1 AS one");
    const rows = await database.querySystem<{ workspace: string | null; role: string }>(
      "look at a pooled connection",
      "SELECT nullif(current_setting('app.workspace_id', true), '') AS workspace, current_user::text AS role",
    );
    expect(rows).toEqual([{ workspace: null, role: expect.not.stringMatching("yutu_app") }]);
  });

  it("stands before what a connection keeps prepared, whoever prepared it", async () => {
    const narrow = clone.open({ poolSize: 1 });
    const text = "SELECT id FROM departments ORDER BY id";
    const asTenant = (workspaceId: string) =>
      narrow.withTenant(contextOf(workspaceId), (tx) => tx.query<{ id: string }>(text));
    // Often enough that the text is prepared and PostgreSQL would keep one plan for all.
    for (let round = 0; round < 16; round++) {
      expect(await narrow.querySystem("see both as the owner", text)).toEqual([{ id: "dep_a" }, { id: "dep_b" }]);
      expect(await asTenant("wsp_a")).toEqual([{ id: "dep_a" }]);
      expect(await asTenant("wsp_b")).toEqual([{ id: "dep_b" }]);
      expect(await asTenant("")).toEqual([]);
    }
  });

  it("every table with a workspace stands behind it", async () => {
    const open = await clone.sql<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
       WHERE c.relkind IN ('r', 'p') AND c.relname <> 'migrations' AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`,
    );
    expect(open).toEqual([]);
  });

  it("writes who did what in the audit log, which the tenant reads and the other does not", async () => {
    await ask("wsp_a", "UPDATE departments SET name = '甲二' WHERE id = 'dep_a'");
    const audit =
      "SELECT operation, actor_id, action, before, after FROM audit_log WHERE row_id = 'dep_a' ORDER BY seq DESC LIMIT 1";
    const [entry] = await ask("wsp_a", audit);
    expect(entry).toMatchObject({
      operation: "test.run",
      actor_id: "mem_1",
      action: "update",
      before: { name: "甲" },
      after: { name: "甲二" },
    });
    expect(await ask("wsp_b", audit)).toEqual([]);
  });
});
