import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { settings } from "@yutu/config";
import { describe, expect, it } from "vitest";
import { routesIn } from "../../e2e/support/routes.ts";
import { rules } from "../architecture/rules.ts";
import { filesBelow } from "../run/fingerprint.mjs";
import { root } from "../run/paths.mjs";
import { linkedFiles, listed, namedPaths, npmScripts, tableRows } from "./markdown.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const rootDocuments = ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "README.zh-CN.md", "SECURITY.md"];
const documents = [
  ...rootDocuments,
  ...filesBelow(root, ["docs", "modules", "packages"]).filter((path) => path.endsWith(".md")),
];

const api = JSON.parse(read("docs/openapi.json")) as {
  paths: Record<string, Record<string, { operationId?: string }>>;
};
const operations = Object.values(api.paths).flatMap((path) =>
  Object.values(path).flatMap(({ operationId }) => operationId ?? []),
);
const routes = filesBelow(root, ["modules", "apps/web/src"])
  .filter((path) => path.includes("/web/") && /\.tsx?$/.test(path))
  .flatMap((path) => routesIn(path, read(path)))
  .map(({ path }) => path.replaceAll(/\$\w+/g, ":id"));

const features = tableRows(read("docs/features.md")).map(([id = "", state, named, pages, tests]) => ({
  id,
  state,
  operations: listed(named).filter((name) => /^[a-z]+\.[\w*]+$/i.test(name)),
  pages: listed(pages).filter((page) => page.startsWith("/") && !page.startsWith("/api/")),
  tests: listed(tests),
}));

describe("docs/features.md", () => {
  it("says of every requirement whether it is done, and once", () => {
    expect(features.length).toBeGreaterThan(70);
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    expect(features.filter(({ state }) => !["done", "part", "open"].includes(state ?? ""))).toEqual([]);
  });
  it("names only operations of the API", () => {
    const isKnown = (name: string) =>
      name.endsWith(".*") ? operations.some((id) => id.startsWith(name.slice(0, -1))) : operations.includes(name);
    const wrong = features.flatMap((row) =>
      row.operations.filter((name) => !isKnown(name)).map((n) => `${row.id}: ${n}`),
    );
    expect(wrong).toEqual([]);
  });
  it("names only pages that have a route", () => {
    const wrong = features.flatMap((row) => row.pages.filter((p) => !routes.includes(p)).map((p) => `${row.id}: ${p}`));
    expect(wrong).toEqual([]);
  });
  it("names only tests that exist", () => {
    const wrong = features.flatMap((row) =>
      row.tests.filter((path) => !existsSync(join(root, path))).map((path) => `${row.id}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });
  it("shows what is done by a test", () => {
    expect(features.filter(({ state, tests }) => state === "done" && tests.length === 0)).toEqual([]);
  });
});

describe("documents", () => {
  it.each(documents)("%s leads only to files, scripts and folders that exist", (document) => {
    const text = read(document);
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    expect(linkedFiles(text).filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
    expect(npmScripts(text).filter((name) => !(name in scripts))).toEqual([]);
    expect(namedPaths(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
  it("every module says in a README what it is for", () => {
    const modules = filesBelow(root, ["modules"]).flatMap(
      (path) => /^modules\/[^/]+(?=\/package\.json$)/.exec(path) ?? [],
    );
    expect(modules.filter((folder) => !existsSync(join(root, folder, "README.md")))).toEqual([]);
  });
  it("README.md lists every setting", () => {
    const table = tableRows(read("README.md")).flatMap(([name = ""]) => name.match(/[A-Z][A-Z0-9_]+/g) ?? []);
    expect(table.toSorted()).toEqual(
      Object.values(settings)
        .map(({ name }) => name)
        .toSorted(),
    );
  });
  it("CONTRIBUTING.md lists every rule of the architecture", () => {
    const marked = [...read("CONTRIBUTING.md").matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
    expect(rules.map(({ name }) => name).filter((name) => !marked.includes(name))).toEqual([]);
  });
});
