import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLocalStorage, type Storage } from "../src/index.ts";
import { storageContract } from "./contract.ts";

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "yutu-storage-"));
  storage = openLocalStorage(path.join(folder, "files"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

storageContract("disk", () => storage);

it("leaves no half-written files", async () => {
  expect(await readdir(path.join(folder, "files", ".partial"))).toEqual([]);
});

it("is not ready where no folder can be made", async () => {
  await expect(openLocalStorage("/dev/null/files").ping()).rejects.toThrow(/ENOTDIR/);
});
