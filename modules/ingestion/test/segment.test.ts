import { gzipSync } from "node:zlib";
import { Analytics } from "@segment/analytics-node";
import { ingestion } from "@yutu/ingestion/contract";
import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drained, eventSource, eventsOf } from "./events.ts";
import { makeProject } from "./project.ts";

describe("the Segment tracking API", () => {
  let app: TestApp;
  let workspaceId = "";
  beforeAll(async () => {
    app = await bootApp();
    workspaceId = (await app.as("owner")).workspaceId;
  });
  afterAll(() => app.close());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${app.origin}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
      redirect: "manual",
    });
  const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` });

  it("takes what the real client sends, and ties it to the project by the campaign key", async () => {
    const source = await eventSource(app, "node client");
    const project = await makeProject(app, "双11");
    const client = new Analytics({ writeKey: source.writeKey, host: app.origin, flushAt: 3, maxRetries: 0 });
    const failures: unknown[] = [];
    client.on("error", (error) => failures.push(error));
    client.track({
      userId: "u1",
      event: "Order Completed",
      messageId: "m1",
      properties: { revenue: 199.5, currency: "CNY", order_id: "O1" },
      context: { campaign: { name: project.campaignKey.toUpperCase(), source: "douyin", medium: "live" } },
    });
    client.identify({ userId: "u1", messageId: "m2", traits: { tier: "gold" } });
    client.page({
      anonymousId: "a1",
      messageId: "m3",
      name: "首页",
      properties: { path: "/home", url: "https://shop.example/home" },
    });
    client.group({ userId: "u1", groupId: "g1", messageId: "m4" });
    client.alias({ userId: "u1", previousId: "a1", messageId: "m5" });
    await client.closeAndFlush({ timeout: 10_000 });
    expect(failures).toEqual([]);
    const events = await eventsOf(app, workspaceId, source.id);
    expect(events.map((event) => [event.message_id, event.type, event.event])).toEqual([
      ["m1", "track", "Order Completed"],
      ["m2", "identify", "User Identified"],
      ["m3", "page", "Page Viewed"],
      ["m4", "group", "Group Joined"],
      ["m5", "alias", "User Aliased"],
    ]);
    expect(events[0]).toMatchObject({
      user_id: "u1",
      revenue: 19_950,
      currency: "CNY",
      project_id: project.id,
      utm_campaign: project.campaignKey,
      properties: { order_id: "O1" },
    });
    expect(events[2]).toMatchObject({ anonymous_id: "a1", page_path: "/home", project_id: "" });
  });

  it("drops what has come before: in one batch, in another, and after a restart of the writer", async () => {
    const source = await eventSource(app, "repeats");
    const event = (messageId: string) => ({ type: "track", event: "x", userId: "u", messageId });
    const send = (...ids: string[]) => post("/v1/batch", { batch: ids.map(event) }, basic(source.writeKey));
    expect((await send("a", "b", "a")).status).toBe(200);
    await drained(app);
    expect((await Promise.all([send("b", "c"), send("c", "a")])).map((r) => r.status)).toEqual([200, 200]);
    expect((await eventsOf(app, workspaceId, source.id)).map((e) => e.message_id)).toEqual(["a", "b", "c"]);
  });

  it("speaks to browsers: plain text bodies, short names, key in the body, preflight, settings, pixel", async () => {
    const source = await eventSource(app, "browser");
    const body = (messageId: string, more: object = {}) => ({
      writeKey: source.writeKey,
      anonymousId: "a",
      messageId,
      ...more,
    });
    const text = { "content-type": "text/plain" };
    const answers = [
      await post("/v1/t", body("t", { event: "Clicked" }), { ...text, "x-retry-count": "1" }),
      await post("/v1/p", body("p", { name: "Home" }), text),
      await post("/v1/i", body("i", { userId: "u" }), text),
      await post("/v1/s", body("s", { name: "Screen" }), text),
      await post("/v1/g", body("g", { groupId: "g" }), text),
      await post("/v1/a", body("x", { userId: "u", previousId: "a" }), text),
      await post(
        "/v1/b",
        {
          writeKey: source.writeKey,
          batch: [{ type: "track", event: "B", anonymousId: "a", messageId: "b" }],
          sentAt: "2026-09-01T02:00:00Z",
        },
        text,
      ),
      await post("/v1/track", body("long", { event: "Long" })),
      await post("/v1/m", { series: [] }, text),
      await fetch(
        `${app.origin}/v1/pixel/track?data=${encodeURIComponent(Buffer.from(JSON.stringify(body("pixel", { event: "Mail Opened" }))).toString("base64"))}`,
      ),
    ];
    expect(answers.map((r) => r.status)).toEqual(answers.map(() => 200));
    expect(answers[0]?.headers.get("access-control-allow-origin")).toBe("*");
    expect(answers.at(-1)?.headers.get("content-type")).toBe("image/gif");
    const preflight = await fetch(`${app.origin}/v1/t`, {
      method: "OPTIONS",
      headers: { origin: "https://shop.example", "access-control-request-headers": "authorization,x-retry-count" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")?.toLowerCase()).toContain("x-retry-count");
    const settings = (await (await fetch(`${app.origin}/v1/projects/${source.writeKey}/settings`)).json()) as {
      integrations: Record<string, { apiHost: string; protocol: string }>;
    };
    expect(settings.integrations["Segment.io"]).toMatchObject({
      apiHost: `${new URL(app.origin).host}/v1`,
      protocol: "http",
    });
    expect((await eventsOf(app, workspaceId, source.id)).map((e) => e.message_id)).toEqual([
      "b",
      "g",
      "i",
      "long",
      "p",
      "pixel",
      "s",
      "t",
      "x",
    ]);
  });

  it("corrects a wrong clock and unpacks gzip", async () => {
    const source = await eventSource(app, "clock");
    const batch = {
      writeKey: source.writeKey,
      sentAt: "2020-01-01T00:00:05Z",
      batch: [{ type: "track", event: "x", userId: "u", messageId: "1", timestamp: "2020-01-01T00:00:00Z" }],
    };
    const packed = await fetch(`${app.origin}/v1/batch`, {
      method: "POST",
      headers: { "content-encoding": "gzip", "content-type": "application/json" },
      body: new Uint8Array(gzipSync(JSON.stringify(batch))),
    });
    expect(packed.status).toBe(200);
    const [event] = await eventsOf(app, workspaceId, source.id);
    expect(event?.at).toBe("2026-09-01 01:59:55.000");
  });

  it("refuses what it cannot take, and keeps broken messages for correction", async () => {
    const source = await eventSource(app, "broken");
    const key = basic(source.writeKey);
    expect((await post("/v1/batch", { batch: [] }, basic("wk_nobody"))).status).toBe(401);
    expect((await post("/v1/batch", { batch: [] })).status).toBe(401);
    expect((await post("/v1/batch", "{", key)).status).toBe(400);
    expect((await post("/v1/batch", "[]", key)).status).toBe(400);
    expect((await post("/v1/batch", {}, key)).status).toBe(400);
    expect((await post("/v1/batch", { batch: Array.from({ length: 2_501 }, () => ({})) }, key)).status).toBe(400);
    expect((await post("/v1/batch", { batch: ["x".repeat(510 * 1024)] }, key)).status).toBe(413);
    const batch = [
      { type: "track", userId: "u", messageId: "no-event" },
      { type: "track", event: "fine", userId: "u", messageId: "fine" },
      { type: "track", event: "big", userId: "u", messageId: "big", properties: { x: "x".repeat(40_000) } },
    ];
    expect((await post("/v1/batch", { batch }, key)).status).toBe(200);
    expect((await eventsOf(app, workspaceId, source.id)).map((e) => e.message_id)).toEqual(["fine"]);
    const owner = await app.as("owner");
    const kept = await owner.must(ingestion.listQuarantine, { query: { sourceId: source.id } });
    expect(kept.items.flatMap((row) => row.problems.map((p) => p.code)).sort()).toEqual([
      "event-missing",
      "message-too-large",
    ]);
    const row = kept.items.find((each) => each.problems[0]?.code === "event-missing");
    const replay = (text: string) => ({ params: { rowId: row?.id ?? "" }, body: { cells: [text] } });
    expect(await owner.refusal(ingestion.replayRow, replay("{"))).toBe("ingestion/row-still-wrong");
    await owner.must(ingestion.replayRow, replay(JSON.stringify({ ...batch[0], event: "named" })));
    expect((await eventsOf(app, workspaceId, source.id)).map((e) => [e.message_id, e.event])).toEqual([
      ["fine", "fine"],
      ["no-event", "named"],
    ]);
    expect(await owner.refusal(ingestion.replayRow, replay("{}"))).toBe("ingestion/row-resolved");
  });

  it("finds the one event the warehouse cannot hold and lets the others pass", async () => {
    const source = await eventSource(app, "poison");
    let deep: unknown = 1;
    for (let i = 0; i < 2_000; i++) deep = { d: deep };
    const batch = Array.from({ length: 20 }, (_, i) => ({
      type: "track",
      event: "x",
      userId: "u",
      messageId: `n${String(i).padStart(2, "0")}`,
      properties: i === 7 ? { deep } : { i },
    }));
    expect((await post("/v1/batch", { batch }, basic(source.writeKey))).status).toBe(200);
    const ids = (await eventsOf(app, workspaceId, source.id)).map((e) => e.message_id);
    expect(ids).toHaveLength(19);
    expect(ids).not.toContain("n07");
    const kept = await (await app.as("owner")).must(ingestion.listQuarantine, { query: { sourceId: source.id } });
    expect(kept.items.map((row) => row.problems[0]?.code)).toEqual(["refused-by-store"]);
  });

  it("stops listening to a source that is switched off", async () => {
    const source = await eventSource(app, "off");
    await (await app.as("owner")).must(ingestion.updateSource, {
      params: { sourceId: source.id },
      body: { disabled: true },
    });
    expect((await post("/v1/track", { event: "x", userId: "u" }, basic(source.writeKey))).status).toBe(401);
    expect((await fetch(`${app.origin}/v1/projects/${source.writeKey}/settings`)).status).toBe(404);
  });
});
