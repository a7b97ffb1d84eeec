import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { ownTables } from "./tables.ts";

const tables = {
  "modules/tasks/src/server/tables.ts":
    'export const tasks = pgTable("tasks", {});\nexport const links = tenantTable("task_links", {});',
  "modules/budgets/src/server/tables.ts": 'export const budgets = yutu.table("budgets", {});',
};

describe("own-tables", () => {
  it.each([
    ["sql`select id from tasks where id = ${id}`", "tasks"],
    ["sql`SELECT 1 FROM budgets b JOIN yutu.task_links l ON true`", "task_links"],
    ['sql`insert into "tasks" (id) values (1)`', "tasks"],
    ["run('UPDATE tasks SET done = true')", "tasks"],
  ])("refuses %s in another module", (code, table) => {
    const files = { ...tables, "modules/budgets/src/server/queries/a.ts": `export const q = (id: string) => ${code};` };
    expect(broken(ownTables, files)).toEqual([
      `modules/budgets/src/server/queries/a.ts:1 SQL on ${table}, a table of tasks`,
    ]);
  });
  it("refuses an index that hands out tables", () => {
    const files = { ...tables, "modules/tasks/src/server/index.ts": 'export { tasks } from "./tables.ts";' };
    expect(broken(ownTables, files)).toEqual([
      "modules/tasks/src/server/index.ts:1 exports its tables to other modules",
    ]);
  });
  it("accepts SQL on own tables, longer names, and prose outside the server", () => {
    const own = "export const q = sql`select * from budgets`;\nexport const t = 'x from taskset';";
    const prose = 'export const messages = { save: "Update tasks" };';
    const files = { "modules/budgets/src/server/repository.ts": own, "modules/budgets/src/web/messages.ts": prose };
    expect(broken(ownTables, { ...tables, ...files })).toEqual([]);
  });
});
