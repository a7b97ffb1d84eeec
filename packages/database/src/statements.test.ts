import { describe, expect, it } from "vitest";
import { Statements } from "./statements.ts";

const asked = (statements: Statements, text: string, times: number): (string | undefined)[] =>
  Array.from({ length: times }, () => statements.nameOf(text));

describe("names of statements", () => {
  it("come with the eighth time a text is asked and stay the same", () => {
    const statements = new Statements();
    expect(asked(statements, "SELECT 1", 10)).toEqual([...Array(7).fill(undefined), "yutu_0", "yutu_0", "yutu_0"]);
    expect(asked(statements, "SELECT 2", 8).at(-1)).toBe("yutu_1");
    expect(statements.nameOf("SELECT 1")).toBe("yutu_0");
  });

  it("are not given to texts that carry their rows in them", () => {
    const long = `SELECT ${"1, ".repeat(3_000)}1`;
    expect(asked(new Statements(), long, 20)).toEqual(Array(20).fill(undefined));
  });

  it("are few, however many texts come often", () => {
    const statements = new Statements();
    const names = Array.from({ length: 400 }, (_, n) => asked(statements, `SELECT ${n}`, 8).at(-1));
    expect(new Set(names.filter((name) => name !== undefined)).size).toBe(250);
  });

  it("are still found among texts that never come again", () => {
    const statements = new Statements();
    for (let n = 0; n < 10_000; n++) statements.nameOf(`SELECT ${n}`);
    expect(asked(statements, "SELECT often", 8).at(-1)).toBe("yutu_0");
  });
});
