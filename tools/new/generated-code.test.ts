import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFiles } from "../architecture/disk.ts";
import { readProject } from "../architecture/project.ts";
import { rules } from "../architecture/rules.ts";
import { root } from "../run/paths.mjs";
import { newModule } from "./module.ts";
import { newOperation } from "./operation.ts";
import { newPage } from "./page.ts";
import { treeAt, write } from "./tree.ts";

/** A copy of the sources that finds its own packages by name and everything else where the project installed it. */
function copyProject(folder: string): void {
  const list = execFileSync(
    "git",
    ["ls-files", "-co", "--exclude-standard", "-z", "--", ":!docs", ":!tools", ":!bench"],
    { cwd: root, encoding: "utf8" },
  );
  for (const file of list.split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { force: false });
  }
  const installed = join(root, "node_modules");
  mkdirSync(join(folder, "node_modules", "@yutu"), { recursive: true });
  for (const name of readdirSync(installed))
    if (name !== "@yutu") symlinkSync(join(installed, name), join(folder, "node_modules", name));
}

function linkWorkspaces(folder: string): void {
  for (const kind of ["apps", "packages", "modules"]) {
    for (const name of readdirSync(join(folder, kind)))
      symlinkSync(join(folder, kind, name), join(folder, "node_modules", "@yutu", name));
  }
}

describe("what npm run new writes", () => {
  const folder = mkdtempSync(join(tmpdir(), "yutu-new-"));
  const written = new Set<string>();
  const node = (args: string[]) =>
    spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", timeout: 100_000 });

  beforeAll(() => {
    copyProject(folder);
    const tree = treeAt(folder);
    for (const make of [
      () => newModule(tree, "loyalty", "card"),
      () => newOperation(tree, "loyalty", "archive-card", { path: "/cards/:cardId/archive" }),
      () => newOperation(tree, "identity", "countVisits", { method: "GET", path: "/visits" }),
      () => newPage(tree, "loyalty", "archive", "/cards/archive"),
    ]) {
      const changes = make();
      write(folder, changes);
      for (const path of changes.keys()) written.add(path);
    }
    linkWorkspaces(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("type-checks", { timeout: 120_000 }, () => {
    const { stdout } = node([
      join(root, "node_modules/typescript/bin/tsc"),
      "--noEmit",
      "--pretty",
      "false",
      "-p",
      "tsconfig.json",
    ]);
    expect(stdout.split("\n").filter((line) => written.has(line.split("(")[0] ?? ""))).toEqual([]);
  });

  it("obeys the rules of architecture and style", { timeout: 60_000 }, () => {
    const project = readProject(readFiles(folder));
    const violations = rules.flatMap((rule) =>
      rule.check(project).map(({ path, message }) => ({ path, message, rule: rule.name })),
    );
    expect(violations.filter(({ path }) => written.has(path))).toEqual([]);
    const sources = [...written].filter((path) => /\.tsx?$/.test(path));
    const lint = node([join(root, "node_modules/oxlint/bin/oxlint"), "--deny-warnings", ...sources]);
    expect(lint.status, lint.stdout).toBe(0);
  });

  it("has a test that fails until somebody writes the rule", { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = node([
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      "unit",
      "modules/loyalty",
    ]);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("card.ts is a skeleton");
  });

  it("never writes over what exists", () => {
    const tree = treeAt(folder);
    expect(() => newModule(tree, "loyalty", "card")).toThrow(/exists already/);
    expect(() => newPage(tree, "loyalty", "archive")).toThrow(/exists already/);
    expect(() => newPage(tree, "nowhere", "archive")).toThrow(/is nowhere a module/);
  });
});
