import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { columnWords, type Records } from "@yutu/i18n";
import { bootApp, ROOT, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Written with every change and shown nowhere; see the audit page of `modules/governance`. */
const SILENT = ["workspace_id", "version", "updated_at"];

interface AuditedTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Tables whose changes the database records, with the columns that are recorded: those named to the trigger are secret. */
const auditedTables = (app: TestApp): Promise<AuditedTable[]> =>
  app.sql<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE t.tgname = 'audit' AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL ($1)
        AND NOT a.attname::text = ANY (string_to_array(encode(t.tgargs, 'escape'), '\\000'))
      GROUP BY c.relname ORDER BY c.relname`,
    [SILENT],
  );

/** The words of each module for its own records. */
async function wordsByModule(): Promise<Map<string, Records>> {
  const found = new Map<string, Records>();
  const modules = path.join(ROOT, "modules");
  for (const name of await readdir(modules)) {
    const file = path.join(modules, name, "src", "web", "record-messages.ts");
    if (!existsSync(file)) continue;
    const exported: Record<string, Records> = await import(pathToFileURL(file).href);
    found.set(name, Object.assign({}, ...Object.values(exported)) as Records);
  }
  return found;
}

describe("the audit log has words, in Chinese and English,", () => {
  let app: TestApp;
  let audited: AuditedTable[];
  let words: Map<string, Records>;
  beforeAll(async () => {
    app = await bootApp();
    [audited, words] = [await auditedTables(app), await wordsByModule()];
  });
  afterAll(() => app.close());

  it("for every audited table, from one module, and for no other", () => {
    const named = [...words.values()].flatMap((records) => Object.keys(records));
    expect(named.toSorted()).toEqual(audited.map(({ table }) => table));
  });

  it("for every column of them, and for none that does not exist", () => {
    const records = Object.assign({}, ...words.values()) as Records;
    const known = new Map(audited.map(({ table, columns }) => [table, columns]));
    const silent = audited.flatMap(({ table, columns }) =>
      columns
        .filter((column) => {
          const [zh = "", en = ""] = columnWords(records, table, column) ?? [];
          return !/\p{Script=Han}/u.test(zh) || !/^[A-Z]/.test(en);
        })
        .map((column) => `${table}.${column} has no words`),
    );
    const gone = Object.entries(records).flatMap(([table, { columns }]) =>
      Object.keys(columns)
        .filter((column) => known.get(table)?.includes(column) !== true)
        .map((column) => `${table}.${column} does not exist`),
    );
    expect([...silent, ...gone]).toEqual([]);
  });
});
