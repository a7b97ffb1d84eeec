import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileTenantQuery, TenantWallError } from "./tenant-query.ts";

const tenant = { workspaceId: "wsp_01k2abc" };
const compile = (sql: string, params = {}) => compileTenantQuery(tenant, sql, params, "yutu");

describe("what the tenant wall lets through", () => {
  it("replaces every placeholder by a subquery of the workspace and binds the workspace", () => {
    const { sql, params } = compile(
      "SELECT e.event, count() AS n FROM {{events}} AS e JOIN {{ order_lines }} AS o ON o.customer_id = e.user_id GROUP BY e.event",
      { x: 1 },
    );
    expect(sql).toBe(
      "SELECT e.event, count() AS n FROM (SELECT * FROM yutu.fact_events WHERE workspace_id = {workspaceId:String}) AS e JOIN (SELECT * FROM yutu.fact_order_lines FINAL WHERE workspace_id = {workspaceId:String}) AS o ON o.customer_id = e.user_id GROUP BY e.event",
    );
    expect(params).toEqual({ x: 1, workspaceId: "wsp_01k2abc" });
  });
  it.each([
    "SELECT 1",
    "WITH paths AS (SELECT actor FROM {{events}}) SELECT count() FROM paths WHERE actor IN paths",
    "WITH 5 AS n, p AS (SELECT actor FROM {{events}}) SELECT n FROM p, {{ad_facts}}",
    "SELECT day, sum(n) FROM (SELECT toDate(occurred_at) AS day, 1 AS n FROM {{events}}) GROUP BY day ORDER BY day WITH FILL FROM toDate('2026-01-01') TO toDate('2026-02-01')",
    "SELECT x FROM {{events}} ARRAY JOIN [1, 2] AS x, ['a', 'b'] AS y WHERE x IN (1, 2) AND y IN ('a') AND z IN {list:Array(String)}",
    "SELECT arrayMap(x -> (x, 1), groupArray(event)) FROM {{events}} WHERE (a, b) IN (SELECT a, b FROM {{order_lines}})",
    "SELECT * EXCEPT (context) FROM {{events}} WHERE properties.page::String = 'FROM yutu.fact_events' UNION ALL SELECT * FROM ((SELECT 1))",
    "SELECT number FROM numbers(10)",
    "SELECT windowFunnel(604800000)(toUInt64(toUnixTimestamp64Milli(occurred_at)), event = 'view', event = 'pay') FROM {{events}} GROUP BY actor_key",
    "SELECT event IN ('a', 'b') AS hit, `中文` FROM {{events}} AS `中文`",
  ])("%s", (sql) => {
    expect(() => compile(sql)).not.toThrow();
  });
});

describe("attacks on the tenant wall", () => {
  it.each([
    // names the storage directly
    "SELECT * FROM yutu.fact_events",
    "SELECT * FROM fact_events",
    'SELECT * FROM "fact_events"',
    "SELECT * FROM `yutu`.`fact_events`",
    "SELECT * FROM YUTU.FACT_EVENTS",
    "SELECT * FROM events",
    "SELECT * FROM other.events",
    "SELECT * FROM system.tables",
    "SELECT * FROM information_schema.tables",
    // hides it behind a legal source
    "SELECT * FROM {{events}}, fact_order_lines",
    "SELECT * FROM {{events}} AS e, secret",
    "SELECT * FROM {{events}} e JOIN secret s ON s.a = e.a",
    "SELECT * FROM {{events}} e JOIN {{events}} f ON e.a = f.a, secret",
    "SELECT * FROM {{events}} e CROSS JOIN (SELECT * FROM secret)",
    "SELECT * FROM {{events}} WHERE actor IN secret",
    "SELECT * FROM {{events}} WHERE actor IN (secret)",
    "SELECT * FROM {{events}} WHERE actor NOT IN ((secret))",
    "SELECT * FROM {{events}} WHERE actor GLOBAL IN other.secret",
    "SELECT * FROM {{events}} WHERE in(actor, fact_events)",
    "SELECT * FROM {{events}} WHERE actor IN {{events}}",
    "SELECT (SELECT count() FROM secret) FROM {{events}}",
    "SELECT * FROM {{events}} UNION ALL SELECT * FROM secret",
    "WITH a AS (SELECT * FROM secret) SELECT * FROM a",
    "WITH a AS (SELECT 1) SELECT * FROM a, b",
    "WITH a AS (SELECT 1) SELECT * FROM a.b",
    "SELECT * FROM (secret)",
    "SELECT * FROM (({{events}}))",
    "SELECT * FROM (FROM secret SELECT *)",
    // functions that reach outside
    "SELECT * FROM file('/etc/passwd')",
    "SELECT file('/etc/passwd')",
    "SELECT * FROM url('http://169.254.169.254/', LineAsString)",
    "SELECT * FROM remote('127.0.0.1', yutu, fact_events)",
    "SELECT * FROM merge('yutu', '.*')",
    "SELECT dictGet('secret', 'a', 1)",
    "SELECT joinGet('yutu.fact_events', 'a', 1)",
    "SELECT * FROM view(SELECT 1)",
    "SELECT getSetting('max_threads')",
    // leaves the statement
    "SELECT 1; DROP TABLE x",
    "SELECT 1 -- {{events}}",
    "SELECT 1 /* FROM */ FROM {{events}}",
    "SELECT * FROM {{events}} # x",
    "SELECT $$'$$ FROM secret",
    "SELECT * FROM {{events}} SETTINGS additional_table_filters = {'x':'1'}",
    "SELECT * FROM {{events}} FORMAT Null",
    "SELECT * FROM {{events}} INTO OUTFILE '/tmp/x'",
    "INSERT INTO t SELECT 1",
    "DROP TABLE fact_events",
    "EXPLAIN SELECT 1",
    "SELECT * FROM (SHOW TABLES)",
    "SELECT * FROM (DESCRIBE TABLE x)",
    "",
    // plays with the binding
    "SELECT * FROM {t:Identifier}",
    "SELECT * FROM {{events}} WHERE {c: Identifier} = 1",
    "SELECT * FROM {{secret}}",
    "SELECT * FROM {{constructor}}",
    "SELECT * FROM {{events}}{{events}}",
    "SELECT '{{events}}' FROM secret",
    "SELECT * FROM {{events}} WHERE workspace_id = 'x' OR 1) UNION ALL (SELECT * FROM secret",
    "SELECT * FROM",
    "SELECT 'open",
  ])("refuses %s", (sql) => {
    expect(() => compile(sql)).toThrow(TenantWallError);
  });

  it("needs a workspace", () => {
    for (const workspaceId of ["", "wsp_", "' OR 1 --", "prj_01k2abc"]) {
      expect(() => compileTenantQuery({ workspaceId }, "SELECT 1", {}, "yutu")).toThrow(/needs a workspace/);
    }
    expect(() => compileTenantQuery(undefined as never, "SELECT 1", {}, "yutu")).toThrow(TenantWallError);
  });
  it("keeps the workspace for itself", () => {
    expect(() => compile("SELECT 1", { workspaceId: "wsp_other" })).toThrow(/workspaceId/);
  });
  it("never lets a stored name through, whatever surrounds it", () => {
    const piece = fc.constantFrom(
      "SELECT *",
      " FROM ",
      "{{events}}",
      "(",
      ")",
      ", ",
      " JOIN ",
      " IN ",
      "secret",
      "fact_events",
      "yutu.fact_events",
      " AS x",
      " ON 1",
      "'s'",
      " WHERE ",
      " UNION ALL ",
      "file('x')",
      "WITH a AS (SELECT 1) ",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        let sql: string;
        try {
          sql = compile(`SELECT 1 ${pieces.join(" ")}`).sql;
        } catch (error) {
          expect(error).toBeInstanceOf(TenantWallError);
          return;
        }
        const rest = sql.replaceAll(
          "(SELECT * FROM yutu.fact_events WHERE workspace_id = {workspaceId:String})",
          "{{events}}",
        );
        expect(rest).not.toMatch(/fact_|yutu|\bfile \(|\bfile\(/);
        expect(rest).not.toMatch(/(?:FROM|JOIN)\s+\(*\s*secret/);
      }),
      { numRuns: 3000 },
    );
  });
});
