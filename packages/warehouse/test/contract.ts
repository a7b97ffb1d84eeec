import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Warehouse } from "../src/index.ts";
import { WarehouseStatementError } from "../src/index.ts";
import { orderRows } from "./order-rows.ts";

let tenants = 0;
/** A workspace of its own for each test. */
const tenant = () => ({ workspaceId: `wsp_test${++tenants}x${process.pid}` });
const total = z.object({ n: z.coerce.number(), minor: z.coerce.number() });
const TOTAL = "SELECT count() AS n, sum(gross_minor) AS minor FROM {{order_lines}}";
const BY_DAY =
  "SELECT toString(ordered_on) AS day, sum(gross_minor) AS minor FROM {{order_lines}} GROUP BY day ORDER BY day";

const event = (messageId: string, more: object = {}) => ({
  message_id: messageId,
  type: "track",
  event: "Order Completed",
  user_id: "u1",
  occurred_at: "2026-09-01T10:00:00.123Z",
  received_at: "2026-09-01T10:00:01.000Z",
  properties: { page: "/a", price: 12.5, nested: { deep: ["x", 1] } },
  ...more,
});

/** What every engine must do. Run for the embedded engine and for a server over HTTP. */
export function warehouseContract(name: string, warehouse: () => Warehouse): void {
  describe(`${name}: reading and writing`, () => {
    it("gives back what was written, through the schema of the caller", async () => {
      const me = tenant();
      unwrap(
        await warehouse().insert(
          "events",
          [{ ...me, rows: [event("m1"), JSON.stringify(event("m2", { user_id: "", anonymous_id: "a1" }))] }],
          "t1",
        ),
      );
      const rows = unwrap(
        await warehouse().query(me, {
          sql: "SELECT message_id, actor, toString(occurred_at) AS at, properties.price::Float64 AS price FROM {{events}} WHERE event = {event:String} ORDER BY message_id",
          params: { event: "Order Completed" },
          row: z.object({ message_id: z.string(), actor: z.string(), at: z.string(), price: z.number() }),
        }),
      );
      expect(rows).toEqual([
        { message_id: "m1", actor: "u1", at: "2026-09-01 10:00:00.123", price: 12.5 },
        { message_id: "m2", actor: "a1", at: "2026-09-01 10:00:00.123", price: 12.5 },
      ]);
    });
    it("binds values whatever they contain, and keeps 64 bits", async () => {
      const values = {
        text: "it's \\ \n 中文 {x:String} '; DROP TABLE x",
        list: ["a'b", "c\\"],
        big: "18446744073709551615",
        none: null,
      };
      const [row] = unwrap(
        await warehouse().query(tenant(), {
          sql: "SELECT {text:String} AS text, {list:Array(String)} AS list, {big:UInt64} AS big, {none:Nullable(String)} AS none",
          params: values,
          row: z.unknown(),
        }),
      );
      expect(row).toEqual(values);
    });
    it("writes rows with the same token once", async () => {
      const me = tenant();
      for (let i = 0; i < 3; i++)
        unwrap(
          await warehouse().insert(
            "events",
            [{ ...me, rows: [event("m1"), event("m2", { occurred_at: "2026-08-01T00:00:00Z" })] }],
            `once-${me.workspaceId}`,
          ),
        );
      expect(
        unwrap(
          await warehouse().query(me, {
            sql: "SELECT toUInt32(count()) AS n FROM {{events}}",
            row: z.object({ n: z.number() }),
          }),
        ),
      ).toEqual([{ n: 2 }]);
    });
    it("throws at a statement that is wrong, and at a row that names its own workspace", async () => {
      await expect(
        warehouse().query(tenant(), { sql: "SELECT bogus FROM {{events}}", row: z.unknown() }),
      ).rejects.toThrow(WarehouseStatementError);
      const forged = JSON.stringify({ ...event("m1"), workspace_id: "wsp_other" });
      await expect(warehouse().insert("events", [{ ...tenant(), rows: [forged] }], "t-forged")).rejects.toThrow(
        WarehouseStatementError,
      );
      await expect(
        warehouse().insert("events", [{ ...tenant(), rows: [event("m1", { bogus: 1 })] }], "t-bogus"),
      ).rejects.toThrow(WarehouseStatementError);
    });
    it("stops a query at its time limit and goes on", async () => {
      const slow = await warehouse().query(tenant(), {
        sql: "SELECT sum(cityHash64(number, number + 1)) AS n FROM numbers(100000000000)",
        row: z.unknown(),
        timeoutMs: 300,
      });
      expect(slow.ok ? "ok" : slow.error.definition.code).toBe("warehouse/timeout");
      await warehouse().ping();
    });
    it("stops a query whose caller went away", async () => {
      const leaving = new AbortController();
      setTimeout(() => leaving.abort(new Error("gone")), 100);
      const asked = warehouse().query(tenant(), {
        sql: "SELECT sum(cityHash64(number, number + 2)) AS n FROM numbers(100000000000)",
        row: z.unknown(),
        signal: leaving.signal,
      });
      await expect(asked).rejects.toThrow("gone");
    });
  });

  describe(`${name}: tenants`, () => {
    it("shows nothing of another workspace", async () => {
      const [mine, theirs] = [tenant(), tenant()];
      unwrap(
        await warehouse().insert(
          "events",
          [
            { ...mine, rows: [event("m1")] },
            { ...theirs, rows: [event("m1"), event("m2")] },
          ],
          `two-${mine.workspaceId}`,
        ),
      );
      const count = async (who: typeof mine) =>
        unwrap(
          await warehouse().query(who, {
            sql: "SELECT toUInt32(count()) AS n FROM {{events}} WHERE 1 OR workspace_id != ''",
            row: z.object({ n: z.number() }),
          }),
        )[0]?.n;
      expect(await count(mine)).toBe(1);
      expect(await count(theirs)).toBe(2);
      expect(await count(tenant())).toBe(0);
    });
  });

  describe(`${name}: restated facts`, () => {
    const read = async (me: { workspaceId: string }) =>
      unwrap(await warehouse().query(me, { sql: TOTAL, row: total }))[0];
    const importLines = async (
      me: { workspaceId: string },
      importId: string,
      version: number,
      lines: Parameters<typeof orderRows>[2],
    ) => {
      unwrap(
        await warehouse().restate(
          me,
          "order_lines",
          orderRows(importId, version, lines),
          `${me.workspaceId}-${importId}`,
        ),
      );
      unwrap(await warehouse().settleImport(me, "order_lines", importId));
    };

    it("lets the latest version win and doubles nothing", async () => {
      const me = tenant();
      await importLines(me, "imp_1", 1, [
        { orderNo: "1", amountMinor: 100 },
        { orderNo: "2", amountMinor: 200 },
      ]);
      await importLines(me, "imp_1", 1, [
        { orderNo: "1", amountMinor: 100 },
        { orderNo: "2", amountMinor: 200 },
      ]);
      await importLines(me, "imp_2", 2, [
        { orderNo: "2", amountMinor: 250 },
        { orderNo: "3", amountMinor: 300 },
      ]);
      expect(await read(me)).toEqual({ n: 3, minor: 650 });
      const versions = unwrap(
        await warehouse().query(me, {
          sql: "SELECT version::UInt32 AS v, amount_minor::Int32 AS a FROM {{order_line_versions}} WHERE order_no = '2' ORDER BY v",
          row: z.unknown(),
        }),
      );
      expect(versions).toEqual([
        { v: 1, a: 200 },
        { v: 2, a: 250 },
      ]);
    });
    it("brings the former version back when an import is undone, twice over", async () => {
      const me = tenant();
      await importLines(me, "imp_1", 1, [
        { orderNo: "1", amountMinor: 100 },
        { orderNo: "2", amountMinor: 200 },
      ]);
      await importLines(me, "imp_2", 2, [
        { orderNo: "2", amountMinor: 250 },
        { orderNo: "3", amountMinor: 300 },
      ]);
      for (let i = 0; i < 2; i++) unwrap(await warehouse().undoImport(me, "order_lines", "imp_2", 3));
      expect(await read(me)).toEqual({ n: 2, minor: 300 });
      await importLines(me, "imp_3", 4, [{ orderNo: "2", amountMinor: 999 }]);
      unwrap(await warehouse().undoImport(me, "order_lines", "imp_1", 5));
      expect(await read(me)).toEqual({ n: 1, minor: 999 });
      unwrap(await warehouse().undoImport(me, "order_lines", "imp_3", 6));
      expect(await read(me)).toEqual({ n: 0, minor: 0 });
    });
    it("follows a row that moves to another day, and back", async () => {
      const me = tenant();
      const days = async () =>
        unwrap(
          await warehouse().query(me, { sql: BY_DAY, row: z.object({ day: z.string(), minor: z.coerce.number() }) }),
        );
      await importLines(me, "imp_1", 1, [{ orderNo: "1", amountMinor: 100, on: "2025-12-31" }]);
      await importLines(me, "imp_2", 2, [{ orderNo: "1", amountMinor: 110, on: "2026-01-01" }]);
      expect(await days()).toEqual([{ day: "2026-01-01", minor: 110 }]);
      unwrap(await warehouse().undoImport(me, "order_lines", "imp_2", 3));
      expect(await days()).toEqual([{ day: "2025-12-31", minor: 100 }]);
    });
  });
}
