import { describe, expect, it } from "vitest";
import { expandDdl, splitStatements } from "./ddl-macros.ts";

const create =
  "CREATE TABLE {database}.t {on_cluster} (a Int8) ENGINE = {engine:ReplacingMergeTree(seq, gone)} ORDER BY a";

describe("expandDdl", () => {
  it("writes the plain engine without a cluster", () => {
    expect(expandDdl(create, { database: "yutu" })).toBe(
      "CREATE TABLE yutu.t  (a Int8) ENGINE = ReplacingMergeTree(seq, gone) ORDER BY a",
    );
  });
  it("writes the replicated engine on a cluster", () => {
    expect(expandDdl(create, { database: "yutu", cluster: "main" })).toBe(
      "CREATE TABLE yutu.t ON CLUSTER main (a Int8) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', seq, gone) ORDER BY a",
    );
    expect(expandDdl("ENGINE = {engine:MergeTree()}", { database: "d", cluster: "c" })).toBe(
      "ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')",
    );
  });
  it("refuses a macro it does not know", () => {
    expect(() => expandDdl("{databse}.t", { database: "yutu" })).toThrow(/\{databse\}/);
  });
});

describe("splitStatements", () => {
  it("keeps statements and drops comments and blanks", () => {
    expect(splitStatements("-- one;\nSELECT 1;\n\nSELECT ';' AS a,\n  -- why\n  2;\n")).toEqual([
      "SELECT 1",
      "SELECT ';' AS a,\n  2",
    ]);
  });
});
