import type { Database } from "@yutu/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clone, cloneDatabase, contextOf } from "./clone.ts";

const TITLES = [
  "双11 主视觉定稿",
  "直播脚本（Live Script）",
  "100%_折扣\\海报",
  "a",
  "",
  "  两  个空格 ",
  "双",
  "İstanbul 店",
];

describe("search in titles, which runs as the owner", () => {
  let clone: Clone;
  let database: Database;
  const find = async (workspaceId: string, part: string, most = 100): Promise<string[] | null> => {
    const [row] = await database.withTenant(contextOf(workspaceId), (tx) =>
      tx.query<{ ids: string[] | null }>("SELECT yutu.tasks_titled($1, $2) AS ids", [part, most]),
    );
    return row?.ids?.sort() ?? null;
  };

  beforeAll(async () => {
    clone = await cloneDatabase();
    database = clone.open();
    for (const workspace of ["wsp_a", "wsp_b"])
      for (const [n, title] of TITLES.entries())
        await clone.sql(
          "INSERT INTO tasks (workspace_id, id, number, project_id, title, rank) VALUES ($1, $2, $3, 'prj_1', $4, 'a')",
          [workspace, `${workspace}_${n}`, n, title],
        );
  });
  afterAll(() => clone.drop());

  it("finds every part of a title, of one character or more, and nothing else", async () => {
    const parts = new Set(["没有", "双1定", "视主", "LIVE", "%", "_", "\\", "空 格"]);
    for (const title of TITLES)
      for (let from = 0; from < title.length; from++)
        for (const length of [1, 2, 3, 5, title.length]) parts.add(title.slice(from, from + length));
    for (const part of parts) {
      const expected = await clone.sql<{ id: string }>(
        "SELECT id FROM tasks WHERE workspace_id = 'wsp_a' AND title ILIKE $1 ORDER BY id",
        [`%${part.replace(/[\\%_]/g, "\\$&")}%`],
      );
      expect([part, await find("wsp_a", part)]).toEqual([part, expected.map((row) => row.id)]);
    }
  });

  it("says so instead of naming more than it was asked for", async () => {
    expect(await find("wsp_a", "双", 2)).toEqual(["wsp_a_0", "wsp_a_6"]);
    expect(await find("wsp_a", "双", 1)).toBeNull();
  });

  it("answers with tasks of the transaction's workspace only, and with none outside of one", async () => {
    expect(await find("wsp_b", "主视觉")).toEqual(["wsp_b_0"]);
    expect(await find("wsp_c", "主视觉")).toEqual([]);
    expect(await find("", "主视觉")).toEqual([]);
    expect(await find("wsp_a", "主视觉')) OR true --")).toEqual([]);
  });

  it("leaves out what was deleted", async () => {
    await clone.sql("UPDATE tasks SET deleted_at = now() WHERE id = 'wsp_b_6'");
    expect(await find("wsp_b", "双")).toEqual(["wsp_b_0"]);
  });
});
