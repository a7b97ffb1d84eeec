import { readFile } from "node:fs/promises";
import { identity } from "@yutu/identity/contract";
import { clientFor } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "./support/data-directory.ts";
import { eventually, type ServerProcess, startServer } from "./support/server-process.ts";

describe("when the database goes away", () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = await dataFolder("away");
    server = await startServer({ YUTU_DATA_DIR: folder.at("data"), YUTU_LOG_LEVEL: "silent" });
  });
  afterAll(async () => {
    await server.stop();
    await folder.remove();
  });

  it("answers 503 with Retry-After, and works again by itself", async () => {
    const origin = await server.running();
    const person = clientFor(`${origin}/api/v1`);
    await person.must(identity.signUp, {
      body: { email: "a@example.com", name: "甲", password: "a long enough password", workspaceName: "青柠" },
    });
    const ask = () => fetch(`${origin}/api/v1/projects`, { headers: { cookie: person.cookie() } });
    expect((await ask()).status).toBe(200);

    const pid = Number((await readFile(folder.at("data/postgres/postmaster.pid"), "utf8")).split("\n")[0]);
    process.kill(pid, "SIGKILL");
    const away = await eventually(ask, (answer) => answer.status !== 200);
    expect(away.status).toBe(503);
    expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await away.json()).toMatchObject({ status: 503, code: "service/unavailable" });
    const ready = await fetch(`${origin}/api/ready`);
    expect([200, 503]).toContain(ready.status);
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);

    await eventually(
      async () => (await ask()).status,
      (status) => status === 200,
    );
    await eventually(
      async () => (await fetch(`${origin}/api/ready`)).status,
      (status) => status === 200,
    );
  });
});
