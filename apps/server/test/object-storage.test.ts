import { existsSync } from "node:fs";
import { assets } from "@yutu/assets/contract";
import { identity } from "@yutu/identity/contract";
import { clientFor, type S3Server, startS3Server } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "./support/data-directory.ts";
import { runServer, type ServerProcess, startServer } from "./support/server-process.ts";

const RECEIPT = new TextEncoder().encode("发票 No. 1\n");

describe("files in an S3 bucket", () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let bucket: S3Server;
  let server: ServerProcess;
  let origin: string;
  let cookie: string;
  let fileId: string;

  const settings = (at: S3Server, more: Record<string, string> = {}): Record<string, string> => ({
    YUTU_DATA_DIR: folder.at("data"),
    YUTU_LOG_LEVEL: "silent",
    S3_BUCKET: at.bucket,
    S3_ENDPOINT: at.endpoint,
    S3_REGION: at.region,
    S3_ACCESS_KEY_ID: at.accessKeyId,
    S3_SECRET_ACCESS_KEY: at.secretAccessKey,
    S3_PATH_STYLE: "true",
    ...more,
  });
  const download = (from: string) => fetch(`${from}/api/v1/files/${fileId}`, { headers: { cookie } });

  beforeAll(async () => {
    folder = await dataFolder("s3");
    bucket = await startS3Server();
    server = await startServer(settings(bucket));
    origin = await server.running();
    const person = clientFor(`${origin}/api/v1`);
    const body = { email: "a@example.com", name: "甲", password: "a long enough password", workspaceName: "青柠" };
    await person.must(identity.signUp, { body });
    const uploaded = await person.upload(assets.uploadFile, { query: { name: "发票.txt" } }, RECEIPT);
    if (!uploaded.ok) throw new Error(uploaded.error.detail);
    fileId = uploaded.value.id;
    cookie = person.cookie();
  });
  afterAll(async () => {
    await server.stop();
    await bucket.close();
    await folder.remove();
  });

  it("go into the bucket and come back from it, and none lies on disk", async () => {
    const [key = "", ...others] = bucket.content.objects.keys();
    expect(others).toEqual([]);
    expect(key).toMatch(new RegExp(`^wsp_[^/]+/${fileId}$`));
    expect(bucket.content.objects.get(key)).toEqual(Buffer.from(RECEIPT));
    expect(await (await download(origin)).text()).toBe("发票 No. 1\n");
    expect(existsSync(folder.at("data/files"))).toBe(false);
  });

  it("cannot be had while the bucket is away: 503, and the probe names the part", async () => {
    bucket.failNext(1_000, { status: 503, code: "SlowDown" });
    const away = await download(origin);
    expect(away.status).toBe(503);
    expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await away.json()).toMatchObject({ code: "service/unavailable" });
    const ready = await fetch(`${origin}/api/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      parts: { database: "ok", storage: expect.stringContaining("HTTP 503") },
    });
    bucket.failNext(0, "hang up");
    expect((await download(origin)).status).toBe(200);
    expect((await fetch(`${origin}/api/ready`)).status).toBe(200);
  });

  it("are in a backup, which is restored into an empty bucket only", async () => {
    await server.stop();
    const backup = await runServer(settings(bucket), ["backup", folder.at("copy")]);
    expect(backup).toMatchObject({ code: 0, output: expect.stringContaining("Backup written") });

    const restore = (at: S3Server) =>
      runServer(settings(at, { YUTU_DATA_DIR: folder.at("moved") }), ["restore", folder.at("copy")]);
    expect(await restore(bucket)).toEqual({
      code: 2,
      output: expect.stringContaining("The bucket yutu-files is not empty"),
    });
    const next = await startS3Server("next-files");
    try {
      expect(await restore(next)).toMatchObject({ code: 0, output: expect.stringContaining("Restored") });
      expect(next.content.objects).toEqual(bucket.content.objects);
    } finally {
      await next.close();
    }
  });

  it("move by a backup to the disk", async () => {
    const restored = await runServer({ YUTU_DATA_DIR: folder.at("disk") }, ["restore", folder.at("copy")]);
    expect(restored.code).toBe(0);
    const onDisk = await startServer({ YUTU_DATA_DIR: folder.at("disk") });
    try {
      expect(await (await download(await onDisk.running())).text()).toBe("发票 No. 1\n");
    } finally {
      await onDisk.stop();
    }
  });

  it("are not promised with a key that the bucket refuses", async () => {
    const refused = await runServer(settings(bucket, { S3_SECRET_ACCESS_KEY: "wrong" }));
    expect(refused).toEqual({
      code: 2,
      output: expect.stringMatching(/^The bucket yutu-files at http:\S+ cannot be used: .* HTTP 403/),
    });
  });
});
