import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outdated, recordBuilt, server, web } from "./products.mjs";

let root = "";

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Stands for a build: makes the proof and writes the stamp of every product that needs it. */
function buildAll(): void {
  for (const { product, stamp } of outdated(root, [server, web])) {
    write(product.proof, "built");
    recordBuilt(root, product, stamp);
  }
}

const names = () => outdated(root, [server, web]).map(({ product }) => product.name);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "域图 products "));
  write("apps/server/src/main.ts", "1");
  write("apps/web/src/main.tsx", "1");
  write("packages/kernel/src/index.ts", "1");
  write("modules/tasks/src/server/index.ts", "1");
  write("modules/tasks/src/web/index.ts", "1");
});
afterEach(() => rmSync(root, { recursive: true }));

describe("outdated", () => {
  it("names everything at first and nothing after a build", () => {
    expect(names()).toEqual(["server", "web"]);
    buildAll();
    expect(names()).toEqual([]);
  });
  it.each([
    ["packages/kernel/src/index.ts", ["server", "web"]],
    ["modules/tasks/src/server/index.ts", ["server"]],
    ["modules/tasks/src/web/index.ts", ["web"]],
    ["modules/tasks/src/server/index.test.ts", []],
    ["modules/tasks/README.md", []],
    ["package-lock.json", ["server", "web"]],
  ])("after a change of %s it names %j", (path, expected) => {
    buildAll();
    write(path, "2");
    expect(names()).toEqual(expected);
  });
  it("sees that a built folder was deleted and that a source was renamed", () => {
    buildAll();
    rmSync(join(root, "apps/web/dist"), { recursive: true });
    expect(names()).toEqual(["web"]);
    buildAll();
    rmSync(join(root, "apps/server/src/main.ts"));
    write("apps/server/src/entry.ts", "1");
    expect(names()).toEqual(["server"]);
  });
});
