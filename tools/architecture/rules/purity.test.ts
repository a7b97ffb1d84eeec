import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { pureFolders } from "./purity.ts";

const inDomain = (text: string) =>
  broken(pureFolders, { "modules/tasks/src/domain/x.ts": text }).map((line) => line.replace(/^\S+ /, ""));

describe("pure-folders", () => {
  it.each([
    ["export const now = () => Date.now();", "Date.now"],
    ["export const now = () => new Date();", "new Date()"],
    ["export const now = () => Date();", "Date()"],
    ["export const roll = () => Math.random();", "Math.random"],
    ["export const wait = (f: () => void) => setTimeout(f, 1);", "setTimeout"],
    ["export const get = () => fetch('/x');", "fetch"],
    ["export const id = crypto.randomUUID();", "crypto"],
    ["export const t = { at: performance.now() };", "performance"],
    ["export const e = { process };", "process"],
    ["export const e = globalThis['fetch'];", "globalThis"],
    ["export const here = import.meta.url;", "import.meta"],
  ])("refuses %s", (text, name) => {
    expect(inDomain(text)).toEqual([`${name} in a pure file`]);
  });
  it.each([
    'import { readFileSync } from "node:fs";',
    'import path from "path";',
    'import pg from "pg";',
    'export { eq } from "drizzle-orm";',
    'export const lazy = () => import("node:fs");',
    'import type { Tx } from "@yutu/database";',
  ])("refuses %s", (text) => {
    expect(
      broken(pureFolders, { "packages/statistics/src/x.ts": text, "packages/database/src/index.ts": "" }),
    ).toHaveLength(1);
  });
  it.each([
    "export const at = (ms: number) => new Date(ms);",
    "export const parse = (text: string) => Date.parse(text) + Math.max(1, 2);",
    "export const sum = (window: number[]) => window.length;",
    "export interface Row { performance: number; process(): void; location: string }",
    "export const row = { performance: 1, location: 'x' }; export const p = row.performance;",
    "export const f = ({ process, ...rest }: { process: number }) => [process, rest];",
    "export type Env = typeof process;",
    'import { z } from "zod"; export const s = z.string();',
  ])("accepts %s", (text) => {
    expect(inDomain(text)).toEqual([]);
  });
  it("lets a module's contract use the contract package, and pure code use pure code of others", () => {
    const files = {
      "modules/tasks/src/contract/operations.ts":
        'import { defineOperation } from "@yutu/contract";\nimport { x } from "@yutu/projects/domain";',
      "modules/projects/src/domain/index.ts": 'import { ok } from "@yutu/kernel";\nexport const x = ok;',
      "packages/contract/src/index.ts": "export const defineOperation = fetch;",
      "packages/kernel/src/index.ts": "export const ok = 1;",
    };
    expect(broken(pureFolders, files)).toEqual([]);
  });
  it("leaves tests and other folders alone", () => {
    const text = 'import "node:fs"; export const now = Date.now();';
    expect(
      broken(pureFolders, { "packages/kernel/src/a.test.ts": text, "modules/tasks/src/server/a.ts": text }),
    ).toEqual([]);
  });
});
