import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { cyclesOf, noCycles } from "./cycles.ts";

describe("no-cycles", () => {
  it("reports a circle once, with the way around", () => {
    const files = {
      "packages/kernel/src/a.ts": 'import { b } from "./b.ts";\nexport const a = b;',
      "packages/kernel/src/b.ts": 'import { c } from "./c.ts";\nexport const b = c;',
      "packages/kernel/src/c.ts": '\nexport * from "./a.ts";\nexport const c = 1;',
    };
    expect(broken(noCycles, files)).toEqual([
      "packages/kernel/src/a.ts:1 import cycle: packages/kernel/src/a.ts → packages/kernel/src/b.ts → packages/kernel/src/c.ts → packages/kernel/src/a.ts",
    ]);
  });
  it("follows imports of types, lazy imports and the names of packages", () => {
    const files = {
      "modules/tasks/src/domain/index.ts": 'import type { P } from "@yutu/projects/domain";\nexport type T = P;',
      "modules/projects/src/domain/index.ts":
        'export type P = 1;\nexport const t = () => import("@yutu/tasks/domain");',
    };
    expect(broken(noCycles, files)).toHaveLength(1);
  });
  it("accepts a diamond", () => {
    const files = {
      "packages/kernel/src/a.ts": 'import "./b.ts";\nimport "./c.ts";',
      "packages/kernel/src/b.ts": 'import "./d.ts";',
      "packages/kernel/src/c.ts": 'import "./d.ts";',
      "packages/kernel/src/d.ts": "export const d = 1;",
    };
    expect(broken(noCycles, files)).toEqual([]);
  });
});

describe("cyclesOf", () => {
  it("finds separate circles and one that points at itself", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["a", "c"]],
      ["c", ["d"]],
      ["d", ["c"]],
      ["e", ["e", "a"]],
    ]);
    expect(new Set(cyclesOf(graph).map(String))).toEqual(new Set(["a,b", "c,d", "e"]));
  });
  it("survives a chain of 50,000 files", () => {
    const chain = new Map(Array.from({ length: 50_000 }, (_, i) => [`${i}`, [`${i + 1}`]] as const));
    expect(cyclesOf(chain)).toEqual([]);
  });
});
