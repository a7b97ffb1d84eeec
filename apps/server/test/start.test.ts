import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "./support/data-directory.ts";
import { freePort, runServer, startServer } from "./support/server-process.ts";

describe("starting", () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  beforeAll(async () => {
    folder = await dataFolder("start");
  });
  afterAll(() => folder.remove());

  const refusals: [string, Record<string, string>, string[], RegExp][] = [
    ["a role that needs a server", { YUTU_ROLE: "web" }, [], /^YUTU_ROLE=web needs DATABASE_URL/],
    ["the same given as an option", {}, ["--role", "worker"], /^YUTU_ROLE=worker needs DATABASE_URL/],
    ["a role that does not exist", {}, ["--role=boss"], /^YUTU_ROLE: /],
    ["an unknown command", {}, ["destroy"], /^There is no command destroy\.\n\nUsage/],
    ["a bucket without a key", { S3_BUCKET: "files" }, [], /^S3_BUCKET needs S3_ACCESS_KEY_ID/],
    ["a key without a bucket", { S3_ACCESS_KEY_ID: "k" }, [], /^S3_BUCKET is missing/],
    [
      "a server that does not answer",
      { DATABASE_URL: "postgres://x@127.0.0.1:1/y" },
      [],
      /^PostgreSQL at DATABASE_URL/,
    ],
    [
      "a data directory that cannot be made",
      { YUTU_DATA_DIR: "/proc/nowhere" },
      [],
      /^The data directory .* cannot be made/,
    ],
    ["a backup of nothing", {}, ["backup", "/tmp/never-written"], /^There is nothing to back up/],
    ["a restore from nothing", {}, ["restore", "/tmp/never-written"], /holds no complete backup/],
  ];
  it.each(refusals)("refuses %s with a plain sentence and code 2", async (what, settings, args, message) => {
    const data = folder.at(`refusal ${what}`);
    const { code, output } = await runServer({ YUTU_DATA_DIR: data, YUTU_LOG_LEVEL: "silent", ...settings }, args);
    expect(output).toMatch(message);
    expect(output).not.toContain("    at ");
    expect(code).toBe(2);
  });

  it("refuses a busy port that was asked for, a second start on its data, and moves on from the default port", async () => {
    const port = await freePort();
    const first = await startServer({ YUTU_DATA_DIR: folder.at("one"), PORT: String(port) });
    const blocker = createServer();
    const block = (): void => void blocker.listen(3000, "127.0.0.1");
    let waiting: ReturnType<typeof setTimeout> | undefined;
    // The default may be taken by somebody else on this machine already, who may let it go: either way it is not free.
    blocker.on("error", () => {
      waiting = setTimeout(block, 20);
    });
    block();
    await Promise.race([once(blocker, "listening"), once(blocker, "error")]).catch(() => undefined);
    try {
      expect(await first.running()).toBe(`http://127.0.0.1:${port}`);
      const busy = await runServer({ YUTU_DATA_DIR: folder.at("two"), PORT: String(port) });
      expect(busy.output).toContain(`Port ${port} is in use. Choose another one with PORT`);
      expect(busy.code).toBe(2);

      const again = await runServer({ YUTU_DATA_DIR: folder.at("one") });
      expect(again).toEqual({
        code: 2,
        output: expect.stringMatching(/^Another Yutu is already running on .*one\. Stop it/),
      });

      const moved = await startServer({ YUTU_DATA_DIR: folder.at("two") });
      const address = new URL(await moved.running());
      expect(Number(address.port)).toBeGreaterThan(3000);
      expect((await fetch(new URL("/api/ready", address))).status).toBe(200);
      await moved.stop();
      expect(await moved.ended()).toBe(0);
    } finally {
      clearTimeout(waiting);
      blocker.close();
      await first.stop();
    }
  });
});
