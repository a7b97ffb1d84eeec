import { type Migration, MigrationRefused, migrate } from "@yutu/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clone, cloneDatabase } from "./clone.ts";

const step = (name: string, sql: string, checksum = name): Migration => ({ name, sql, checksum });
const HISTORY = [
  step("0001_people.sql", "CREATE TABLE people (id text PRIMARY KEY, name text NOT NULL)"),
  step("0002_mail.sql", "ALTER TABLE people ADD COLUMN mail text"),
];

describe("migrations", () => {
  let clone: Clone;
  beforeAll(async () => {
    clone = await cloneDatabase(false);
  });
  afterAll(() => clone.drop());

  it("brings an old copy forward and keeps what was in it", async () => {
    expect(await migrate(clone.connection, HISTORY.slice(0, 1))).toEqual(["0001_people.sql"]);
    await clone.sql("INSERT INTO people VALUES ('1', '林晓彤')");
    expect(await migrate(clone.connection, HISTORY)).toEqual(["0002_mail.sql"]);
    expect(await migrate(clone.connection, HISTORY)).toEqual([]);
    expect(await clone.sql("SELECT * FROM people")).toEqual([{ id: "1", name: "林晓彤", mail: null }]);
  });

  it("takes back a migration that fails half way, and says which", async () => {
    const broken = step("0003_broken.sql", "ALTER TABLE people ADD COLUMN age int; SELECT nothing FROM nowhere");
    await expect(migrate(clone.connection, [...HISTORY, broken])).rejects.toThrow(/0003_broken\.sql failed: .*nowhere/);
    await expect(clone.sql("SELECT age FROM people")).rejects.toThrow(/age/);
  });

  it("refuses one that was changed after it was applied, and a database that is ahead", async () => {
    const edited = [step("0001_people.sql", "CREATE TABLE people (id int)", "other"), ...HISTORY.slice(1)];
    await expect(migrate(clone.connection, edited)).rejects.toThrow(MigrationRefused);
    await expect(migrate(clone.connection, edited)).rejects.toThrow(/0001_people\.sql was changed/);
    await expect(migrate(clone.connection, HISTORY.slice(0, 1))).rejects.toThrow(/0002_mail\.sql.*use a newer build/);
  });

  it("is applied once when several nodes start at the same moment", async () => {
    const next = [...HISTORY, step("0003_log.sql", "CREATE TABLE log (n int)")];
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(clone.connection, next)));
    expect(applied.flat()).toEqual(["0003_log.sql"]);
  });
});
