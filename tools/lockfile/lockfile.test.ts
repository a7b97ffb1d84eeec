import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow } from "../run/fingerprint.mjs";
import { lowestNode } from "../run/node-version.mjs";
import { root } from "../run/paths.mjs";
import { type Locked, missingPlatforms, outOfStep, storedAddresses, strangeLicences, tooNew } from "./lockfile.ts";
import { looseVersions, type Manifest } from "./manifests.ts";

const read = <T>(path: string) => JSON.parse(readFileSync(join(root, path), "utf8")) as T;
const lock = read<{ packages: Record<string, Locked> }>("package-lock.json").packages;
const manifests = [
  "package.json",
  ...filesBelow(root, ["apps", "packages", "modules"]).filter((path) => path.endsWith("/package.json")),
];

/** Packages that ask for a newer Node.js than they need, and how we know that they run on ours. */
const runsAnyway = new Map([
  [
    "pg-boss",
    "12.35.0 passed its queue, retry, cron and atomic-enqueue tests on Node 20.20; the operation tests use all of them",
  ],
]);

describe("package-lock.json", () => {
  it("records no download address", () => {
    expect(storedAddresses(lock)).toEqual([]);
  });
  it("holds every platform of packages with native parts, so that npm ci works everywhere", () => {
    expect(missingPlatforms(lock)).toEqual([]);
  });
  it("has only licences that may be shipped", () => {
    expect(strangeLicences(lock)).toEqual([]);
  });
  it(`asks for no Node.js above ${lowestNode}`, () => {
    expect(tooNew(lock, lowestNode).filter(({ name }) => !runsAnyway.has(name))).toEqual([]);
  });
});

describe("package.json", () => {
  it.each(manifests)("%s names exact versions", (path) => {
    expect(looseVersions(read<Manifest>(path))).toEqual([]);
  });
  it.each(manifests)("%s agrees with the lockfile", (path) => {
    expect(outOfStep(lock, path === "package.json" ? "" : dirname(path), read<Manifest>(path))).toEqual([]);
  });
  it("is found for every workspace", () => {
    expect(manifests.length).toBeGreaterThan(20);
  });
});
