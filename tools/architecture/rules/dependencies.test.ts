import { expect, it } from "vitest";
import { broken } from "../example.ts";
import { declaredDependencies, usedDependencies } from "./dependencies.ts";

const manifest = JSON.stringify({
  name: "@yutu/tasks",
  exports: {},
  dependencies: { zod: "4.0.0", "@yutu/kernel": "0.1.0" },
});
const files = (text: string, path = "modules/tasks/src/server/a.ts") => ({
  "package.json": JSON.stringify({ devDependencies: { vitest: "4.0.0" } }),
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

it("declared-dependencies lets tests take what the root or the package declares for them, and nothing else", () => {
  const text = 'import { boot } from "@yutu/testkit";\nimport { it } from "vitest";\nimport pg from "pg";';
  const path = "modules/tasks/test/a.test.ts";
  const own = JSON.stringify({ name: "@yutu/tasks", devDependencies: { "@yutu/testkit": "0.1.0" } });
  const testkit = { "packages/testkit/src/index.ts": "export const boot = 1;" };
  expect(broken(declaredDependencies, { ...files(text, path), "modules/tasks/package.json": own, ...testkit })).toEqual(
    ["modules/tasks/test/a.test.ts:3 pg is not in modules/tasks/package.json"],
  );
});

const declares = (manifest: object, sources: Readonly<Record<string, string>>) =>
  broken(usedDependencies, {
    "packages/kit/package.json": JSON.stringify({ name: "@yutu/kit", ...manifest }),
    ...sources,
  });

it("used-dependencies names what is declared and imported nowhere", () => {
  const dependencies = { zod: "4.0.0", pg: "8.0.0", "@yutu/jobs": "0.1.0" };
  const devDependencies = { "@types/qrcode": "1.0.0" };
  expect(
    declares(
      { dependencies, devDependencies },
      { "packages/kit/src/a.ts": 'import { z } from "zod/v4";\n// import "pg"' },
    ),
  ).toEqual([
    "packages/kit/package.json:1 pg is imported by no file of packages/kit",
    "packages/kit/package.json:1 @yutu/jobs is imported by no file of packages/kit",
    "packages/kit/package.json:1 @types/qrcode is imported by no file of packages/kit",
  ]);
});

it("used-dependencies does not count what another package imports", () => {
  expect(
    declares({ dependencies: { zod: "4.0.0" } }, { "packages/other/src/a.ts": 'import { z } from "zod";' }),
  ).toEqual(["packages/kit/package.json:1 zod is imported by no file of packages/kit"]);
});

it("used-dependencies sends what only tests import to the devDependencies", () => {
  const sources = { "packages/kit/test/a.test.ts": 'import pg from "pg";' };
  expect(declares({ dependencies: { pg: "8.0.0" } }, sources)).toEqual([
    "packages/kit/package.json:1 pg serves tests only: a devDependency",
  ]);
  expect(declares({ devDependencies: { pg: "8.0.0", "@types/pg": "8.0.0" } }, sources)).toEqual([]);
});

it("used-dependencies sees imports on demand, JSX, style sheets and resolvers with a computed name", () => {
  const dependencies = { docx: "9.0.0", react: "19.0.0", "@fonts/inter": "5.0.0" };
  const optionalDependencies = { "@engine/linux": "1.0.0", "@engine/windows": "1.0.0" };
  expect(
    declares(
      { dependencies, optionalDependencies },
      {
        "packages/kit/src/a.ts": 'export const word = () => import("docx");',
        "packages/kit/src/b.tsx": "export const Line = () => <hr />;",
        "packages/kit/src/c.css": '@font-face { src: url("@fonts/inter/files/inter.woff2"); }',
        "packages/kit/src/d.ts": "export const find = (os: string) => require.resolve(`@engine/${os}`);",
      },
    ),
  ).toEqual([]);
});
