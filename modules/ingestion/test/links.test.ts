import { ingestion } from "@yutu/ingestion/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drained, eventSource, eventsOf } from "./events.ts";
import { fileSource, imported } from "./files.ts";
import { makeProject } from "./project.ts";

const PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0";
const BODY = {
  name: "主图 A",
  targetUrl: "https://shop.example/p/1?sku=9",
  channel: "douyin",
  source: "douyin",
  medium: "live",
  content: "main-a",
};

describe("tracked links", () => {
  let app: TestApp;
  let marketer: Person;
  let project: { id: string; campaignKey: string };
  beforeAll(async () => {
    app = await bootApp();
    marketer = await app.as("marketer");
    project = await makeProject(app, "618");
  });
  afterAll(() => app.close());

  const make = (change: object = {}) =>
    marketer.must(ingestion.createLink, { body: { ...BODY, projectId: project.id, ...change } });
  const follow = (url: string, userAgent = PHONE) =>
    fetch(url, { redirect: "manual", headers: { "user-agent": userAgent } });

  it("carries the campaign key, leads on, and counts people, not machines", async () => {
    const link = await make();
    expect(link.taggedUrl).toBe(
      `https://shop.example/p/1?sku=9&utm_source=douyin&utm_medium=live&utm_campaign=${project.campaignKey}&utm_content=main-a&utm_id=${link.code}`,
    );
    expect(link.shortUrl).toBe(`${app.origin}/l/${link.code}`);
    const answers = [
      await follow(link.shortUrl),
      await follow(link.shortUrl),
      await follow(link.shortUrl, "Googlebot/2.1"),
      await follow(link.shortUrl, `${PHONE} other`),
    ];
    expect(answers.map((r) => [r.status, r.headers.get("location")])).toEqual(answers.map(() => [302, link.taggedUrl]));
    await drained(app);
    const { items } = await marketer.must(ingestion.listLinks, { query: { projectId: project.id } });
    expect(items.find((each) => each.id === link.id)).toMatchObject({ clicks: 3, visitors: 2 });
    expect(await marketer.must(ingestion.getLink, { params: { linkId: link.id } })).toMatchObject({
      clicks: 3,
      days: [{ on: "2026-09-01", clicks: 3, visitors: 2 }],
    });
  });

  it("ties events and imported rows to project, channel, asset and task", async () => {
    const asset = { assetVersionId: "asv_0000000000000000000000000a", taskId: "tsk_0000000000000000000000000b" };
    const link = await make({ name: "绑定", ...asset });
    const source = await eventSource(app, "落地页");
    const page = { url: link.taggedUrl, path: "/p/1" };
    const sent = await fetch(`${app.origin}/v1/page`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify({ writeKey: source.writeKey, anonymousId: "a", messageId: "1", context: { page } }),
    });
    expect(sent.status).toBe(200);
    const [event] = await eventsOf(app, marketer.workspaceId, source.id);
    expect(event).toMatchObject({
      project_id: project.id,
      channel: "douyin",
      link_code: link.code,
      asset_version_id: asset.assetVersionId,
      task_id: asset.taskId,
      utm_campaign: project.campaignKey,
    });
    const analyst = await app.as("analyst");
    const rows = `订单编号,付款时间,金额,utm_campaign,链接编码\n1,2026-08-01,10,${project.campaignKey},\n2,2026-08-01,20,,${link.code}\n3,2026-08-01,40,unknown-key,\n`;
    const done = await imported(app, analyst, await fileSource(analyst, "带归因"), "a.csv", rows);
    expect(done.result).toMatchObject({ accepted: 3, unresolved: 1 });
    const found = await app.services.warehouse.query(
      { workspaceId: analyst.workspaceId },
      {
        sql: "SELECT order_no, project_id, channel, link_code, task_id FROM {{order_lines}} WHERE import_id = {importId:String} ORDER BY order_no",
        params: { importId: done.id },
        row: { parse: (row: unknown) => row },
      },
    );
    expect(found).toEqual({
      ok: true,
      value: [
        { order_no: "1", project_id: project.id, channel: "website", link_code: "", task_id: "" },
        { order_no: "2", project_id: project.id, channel: "douyin", link_code: link.code, task_id: asset.taskId },
        { order_no: "3", project_id: "", channel: "website", link_code: "", task_id: "" },
      ],
    });
  });

  it("can be sent elsewhere and switched off; the code stays", async () => {
    const link = await make({ name: "改" });
    const params = { linkId: link.id };
    const moved = await marketer.must(ingestion.updateLink, {
      params,
      body: { targetUrl: "https://shop.example/new", name: "改过" },
    });
    expect(moved).toMatchObject({ code: link.code, name: "改过" });
    expect((await follow(link.shortUrl)).headers.get("location")).toBe(moved.taggedUrl);
    expect(await marketer.refusal(ingestion.updateLink, { params, body: { name: "x", expectedVersion: 1 } })).toBe(
      "request/stale-version",
    );
    expect(await marketer.refusal(ingestion.updateLink, { params, body: { targetUrl: "javascript:alert(1)" } })).toBe(
      "ingestion/link-target",
    );
    await marketer.must(ingestion.updateLink, { params, body: { disabled: true } });
    expect((await follow(link.shortUrl)).status).toBe(410);
    expect((await follow(`${app.origin}/l/zzzzzzz`)).status).toBe(404);
    expect((await follow(`${app.origin}/l/..%2f`)).status).toBe(404);
  });

  it("keeps to the naming rules and to the agreed dictionary", async () => {
    const refuse = (change: object) =>
      marketer.refusal(ingestion.createLink, { body: { ...BODY, projectId: project.id, ...change } });
    expect(await refuse({ source: "Douyin" })).toBe("ingestion/link-naming");
    expect(await refuse({ medium: "telepathy" })).toBe("ingestion/link-naming");
    expect(await refuse({ content: "13800138000" })).toBe("ingestion/link-naming");
    expect(await refuse({ targetUrl: "ftp://x.example" })).toBe("ingestion/link-target");
    expect(await refuse({ channel: "mars" })).toBe("ingestion/unknown-channel");
    const analyst = await app.as("analyst");
    const { sources, mediums } = await marketer.must(ingestion.getUtmDictionary, {});
    expect(await marketer.refusal(ingestion.updateUtmDictionary, { body: { sources, mediums } })).toBe(
      "request/forbidden",
    );
    expect(await analyst.refusal(ingestion.updateUtmDictionary, { body: { sources, mediums: ["Telepathy"] } })).toBe(
      "ingestion/link-naming",
    );
    await analyst.must(ingestion.updateUtmDictionary, { body: { sources, mediums: [...mediums, "telepathy"] } });
    expect(await refuse({ medium: "telepathy" })).toBe("ok");
  });

  it("has a QR code as picture and as drawing", async () => {
    const link = await make({ name: "海报" });
    const get = (format: string) =>
      fetch(`${app.baseUrl}/links/${link.id}/qr?format=${format}`, { headers: { cookie: marketer.cookie() } });
    const [svg, png] = [await get("svg"), await get("png")];
    expect(await svg.text()).toContain("<svg");
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  it("belongs to its project: hidden where that is hidden, and to strangers", async () => {
    const [stranger, pm] = [await app.stranger(), await app.as("pm")];
    const link = await make({ name: "外人" });
    const params = { linkId: link.id };
    expect(await stranger.refusal(ingestion.getLink, { params })).toBe("request/not-found");
    expect(await stranger.refusal(ingestion.updateLink, { params, body: { name: "x" } })).toBe("request/not-found");
    expect(await stranger.refusal(ingestion.createLink, { body: { ...BODY, projectId: project.id } })).toBe(
      "request/not-found",
    );
    expect((await stranger.must(ingestion.listLinks, {})).items).toEqual([]);
    const secret = await makeProject(app, "保密", "private");
    const hidden = await pm.must(ingestion.createLink, { body: { ...BODY, projectId: secret.id } });
    expect(await marketer.refusal(ingestion.getLink, { params: { linkId: hidden.id } })).toBe("request/not-found");
    expect((await marketer.must(ingestion.listLinks, {})).items.map((item) => item.id)).not.toContain(hidden.id);
    expect(
      await (await app.as("finance")).refusal(ingestion.createLink, { body: { ...BODY, projectId: project.id } }),
    ).toBe("request/forbidden");
  });
});
