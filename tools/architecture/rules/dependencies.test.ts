import { expect, it } from "vitest";
import { broken } from "../example.ts";
import { declaredDependencies } from "./dependencies.ts";

const manifest = JSON.stringify({
  name: "@yutu/tasks",
  exports: {},
  dependencies: { zod: "4.0.0", "@yutu/kernel": "0.1.0" },
});
const files = (text: string, path = "modules/tasks/src/server/a.ts") => ({
  "modules/tasks/package.json": manifest,
  "packages/kernel/src/index.ts": "export const ok = 1;",
  "packages/jobs/src/index.ts": "export const job = 1;",
  [path]: text,
});

it("declared-dependencies names what a package uses without saying so", () => {
  const text = 'import pg from "pg";\nimport { job } from "@yutu/jobs";\nimport { eq } from "drizzle-orm/pg-core";';
  expect(broken(declaredDependencies, files(text))).toEqual([
    "modules/tasks/src/server/a.ts:1 pg is not in modules/tasks/package.json",
    "modules/tasks/src/server/a.ts:2 @yutu/jobs is not in modules/tasks/package.json",
    "modules/tasks/src/server/a.ts:3 drizzle-orm is not in modules/tasks/package.json",
  ]);
});

it("declared-dependencies accepts what is declared, Node, and what tests take from the root", () => {
  const text = 'import { z } from "zod/v4";\nimport { ok } from "@yutu/kernel";\nimport fs from "node:fs/promises";';
  expect(broken(declaredDependencies, files(text))).toEqual([]);
  expect(
    broken(declaredDependencies, files('import { it } from "vitest";', "modules/tasks/src/domain/a.test.ts")),
  ).toEqual([]);
});
