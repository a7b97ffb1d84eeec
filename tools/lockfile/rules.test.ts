import { describe, expect, it } from "vitest";
import { mayShip, missingPlatforms, outOfStep, storedAddresses, strangeLicences, tooNew } from "./lockfile.ts";
import { looseVersions } from "./manifests.ts";
import { satisfiesRange } from "./node-range.ts";

describe("rules of the lockfile", () => {
  it("see an address, but not the place of a workspace", () => {
    const lock = {
      "node_modules/a": { resolved: "https://r/a.tgz" },
      "node_modules/@yutu/b": { resolved: "packages/b", link: true },
    };
    expect(storedAddresses(lock)).toEqual(["node_modules/a"]);
  });
  it("see a platform that is missing, wherever it could be", () => {
    const wants = { optionalDependencies: { "a-linux": "1.0.0", "a-darwin": "1.0.0" } };
    const lock = {
      "node_modules/a": wants,
      "node_modules/a-linux": {},
      "node_modules/b/node_modules/a": wants,
      "node_modules/b/node_modules/a-darwin": {},
    };
    expect(missingPlatforms(lock)).toEqual(["a-darwin, wanted by node_modules/a"]);
  });
  it.each([
    ["MIT", true],
    ["(MIT OR GPL-2.0)", true],
    ["Apache-2.0 AND LGPL-3.0-or-later AND MIT", true],
    ["GPL-3.0", false],
    ["AGPL-3.0-only", false],
    ["MIT AND SSPL-1.0", false],
    ["BUSL-1.1", false],
    ["SEE LICENSE IN LICENSE.md", false],
  ])("judge the licence %s: %s", (licence, expected) => {
    expect(mayShip(licence)).toBe(expected);
  });
  it("see a package without a licence", () => {
    expect(strangeLicences({ "node_modules/a": {}, "node_modules/b": { license: "MIT" } })).toEqual([
      "node_modules/a: no licence",
    ]);
  });
  it("see a package for newer versions of Node.js", () => {
    const lock = {
      "node_modules/a": { version: "1.0.0", engines: { node: ">=22" } },
      "node_modules/b": { engines: { node: "^18 || >=20" } },
    };
    expect(tooNew(lock, "20.19.0")).toEqual([{ name: "a", version: "1.0.0", needs: ">=22" }]);
  });
});

describe("outOfStep", () => {
  const lock = { "modules/a": { dependencies: { zod: "4.0.0", pg: "8.0.0" } } };
  it("sees a package that was never installed, and versions that differ", () => {
    expect(outOfStep(lock, "modules/b", {})).toEqual(["modules/b is not in the lockfile"]);
    expect(outOfStep(lock, "modules/a", { dependencies: { zod: "4.0.1" }, devDependencies: { tsx: "4.0.0" } })).toEqual(
      ["zod: 4.0.1 wanted, 4.0.0 locked", "tsx: 4.0.0 wanted, undefined locked", "pg: undefined wanted, 8.0.0 locked"],
    );
  });
  it("is content with the same", () => {
    expect(
      outOfStep(lock, "modules/a", { dependencies: { zod: "4.0.0" }, optionalDependencies: { pg: "8.0.0" } }),
    ).toEqual([]);
  });
});

describe("satisfiesRange", () => {
  it.each([
    ["20.19.0", ">=18", true],
    ["20.19.0", ">= 20.19.0", true],
    ["20.19.0", "^20.19.0 || >=22.12.0", true],
    ["20.18.9", "^20.19.0 || >=22.12.0", false],
    ["20.19.0", "^22 || ^24 || >=26", false],
    ["20.19.0", "18.x || 20.x", true],
    ["20.19.0", ">=14 <20", false],
    ["20.19.0", "16 - 22", true],
    ["20.19.0", "~20.19", true],
    ["20.19.0", "*", true],
  ])("%s in %s: %s", (version, range, expected) => {
    expect(satisfiesRange(version, range)).toBe(expected);
  });
});

describe("looseVersions", () => {
  it("names ranges and tags, also in overrides", () => {
    const manifest = {
      dependencies: { a: "1.2.3", b: "^1.2.3", c: "18.4.0-beta.17" },
      devDependencies: { d: "latest" },
      overrides: { e: "1.0.0", f: { g: "~2.0.0" } },
    };
    expect(looseVersions(manifest)).toEqual(["b@^1.2.3", "d@latest", "g@~2.0.0"]);
  });
});
