import { readFileSync } from "node:fs";
import { join } from "node:path";
import { requestProblems } from "@yutu/contract";
import { modules } from "@yutu/server";
import { describe, expect, it } from "vitest";
import { child, parse, stringOf, walk } from "../architecture/syntax.ts";
import { filesBelow } from "../run/fingerprint.mjs";
import { root } from "../run/paths.mjs";

/** Codes that have a sentence somewhere in the web sources of a folder. Both languages have the same keys: the compiler compares them. */
function codesWithWords(folder: string): Set<string> {
  const codes = new Set<string>();
  for (const path of filesBelow(root, [folder]).filter((file) => /messages.*\.ts$/.test(file))) {
    walk(parse(path, readFileSync(join(root, path), "utf8")).program, (node) => {
      const key = node.type === "Property" ? stringOf(child(node, "key")) : undefined;
      if (key?.includes("/")) codes.add(key);
    });
  }
  return codes;
}

describe("every refusal has words in the interface", () => {
  it("those that any operation may give", () => {
    const known = codesWithWords("packages/ui/src/problem");
    expect(
      Object.values(requestProblems)
        .filter(({ code }) => !known.has(code))
        .map(({ code }) => code),
    ).toEqual([]);
  });

  const withPages = modules.filter(({ name }) => filesBelow(root, [`modules/${name}/src/web/index.ts`]).length > 0);
  it.each(withPages.map(({ name, operations }) => ({ name, operations })))("those of $name", ({ name, operations }) => {
    const known = codesWithWords(`modules/${name}/src/web`);
    const declared = operations.flatMap(({ operation }) => operation.problems.map(({ code }) => code));
    const own = [...new Set(declared)].filter((code) => code.startsWith(`${name}/`));
    expect(own.filter((code) => !known.has(code))).toEqual([]);
  });
});
