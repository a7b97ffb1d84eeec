import { readFile } from "node:fs/promises";
import { assets } from "@yutu/assets/contract";
import { bootApp, type Person, show, type TestApp } from "@yutu/testkit";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const picture = (color: string) =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: color } })
    .png()
    .toBuffer();

describe("the asset library", () => {
  let app: TestApp;
  let designer: Person;
  beforeAll(async () => {
    app = await bootApp();
    designer = await app.as("designer");
  });
  afterAll(() => app.close());

  async function upload(person: Person, name: string, bytes: Uint8Array) {
    const result = await person.upload(assets.uploadFile, { query: { name } }, bytes as BodyInit);
    if (!result.ok) throw new Error(show(result.error));
    return result.value;
  }

  it("stores a picture with its kind, size and preview, whatever its name says", async () => {
    const file = await upload(designer, "../双11 主图.txt", await picture("#3b4fd8"));
    expect(file).toMatchObject({
      name: "双11 主图.txt",
      contentType: "image/png",
      kind: "image",
      width: 1200,
      height: 800,
      hasPreview: true,
      duplicates: [],
    });
    const preview = await fetch(`${app.baseUrl}/files/${file.id}/preview`, { headers: { cookie: designer.cookie() } });
    const meta = await sharp(Buffer.from(await preview.arrayBuffer())).metadata();
    expect([preview.headers.get("content-type"), meta.width, meta.height]).toEqual(["image/webp", 640, 427]);
  });

  it("takes text and JSON files as they are, whatever type the browser gives them", async () => {
    for (const [name, type, text] of [
      ["brief.txt", "text/plain", "双11 主视觉说明"],
      ["export.json", "application/json", '{"rows": 3'],
    ] as const) {
      const answer = await fetch(`${app.baseUrl}/files?name=${name}`, {
        method: "POST",
        headers: { cookie: designer.cookie(), "content-type": type },
        body: new TextEncoder().encode(text),
      });
      const file = assets.uploadFile.output.parse(await answer.json());
      const back = await fetch(`${app.baseUrl}/files/${file.id}`, { headers: { cookie: designer.cookie() } });
      expect([answer.status, await back.text()]).toEqual([200, text]);
    }
  });

  it("serves what could run script only as a download under a policy that runs nothing", async () => {
    const file = await upload(
      designer,
      "evil.svg",
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    );
    const answer = await fetch(`${app.baseUrl}/files/${file.id}?inline=true`, {
      headers: { cookie: designer.cookie() },
    });
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("refuses an empty file and hides files from those they were not shared with", async () => {
    const empty = await designer.upload(assets.uploadFile, { query: { name: "a.png" } }, new Uint8Array());
    expect(empty.ok ? "" : empty.error.code).toBe("assets/file-empty");
    const file = await upload(designer, "secret.png", await picture("#111111"));
    const others = await Promise.all([app.as("marketer"), app.stranger()]);
    for (const other of others) {
      const answer = await fetch(`${app.baseUrl}/files/${file.id}`, { headers: { cookie: other.cookie() } });
      expect(answer.status).toBe(404);
    }
  });

  it("warns of the same bytes before work starts, and refuses them unless they are meant", async () => {
    const bytes = await picture("#e8590c");
    const first = await upload(designer, "kv.png", bytes);
    const asset = await designer.must(assets.createAsset, {
      body: { fileId: first.id, name: "618 主会场 KV", tags: ["kv", "618"] },
    });
    const again = await upload(await app.as("marketer"), "kv copy.png", bytes);
    expect(again.duplicates).toMatchObject([{ assetId: asset.id, reason: "same-bytes", ownerName: "陈嘉怡" }]);
    const marketer = await app.as("marketer");
    const body = { fileId: again.id, name: "另一份 KV" };
    expect(await marketer.refusal(assets.createAsset, { body })).toBe("assets/same-bytes");
    expect(await marketer.refusal(assets.createAsset, { body: { ...body, allowDuplicate: true } })).toBe("ok");
    const found = await marketer.must(assets.findDuplicates, { body: { name: "618主会场KV" } });
    expect(found.duplicates.map((d) => [d.name, d.reason])).toContainEqual(["618 主会场 KV", "similar-name"]);
    expect(
      await marketer.refusal(assets.createAsset, { body: { fileId: "fil_00000000000000000000000000", name: "x" } }),
    ).toBe("assets/unknown-file");
  });

  it("keeps versions, makes the newest current, and refuses the same file as a new version", async () => {
    const one = await upload(designer, "v1.png", await picture("#1a7f4e"));
    const two = await upload(designer, "v2.png", await picture("#c4281c"));
    const asset = await designer.must(assets.createAsset, { body: { fileId: one.id, name: "详情页头图" } });
    expect(await designer.refusal(assets.addVersion, { params: { assetId: asset.id }, body: { fileId: one.id } })).toBe(
      "assets/same-as-current",
    );
    const next = await designer.must(assets.addVersion, {
      params: { assetId: asset.id },
      body: { fileId: two.id, note: "换底色" },
    });
    expect([next.current.number, next.current.note, next.versionCount]).toEqual([2, "换底色", 2]);
    const full = await designer.must(assets.getAsset, { params: { assetId: asset.id } });
    expect(full.versions.map((v) => v.number)).toEqual([2, 1]);
    expect(
      await designer.refusal(assets.updateAsset, {
        params: { assetId: asset.id },
        body: { name: "改名", expectedVersion: 1 },
      }),
    ).toBe("request/stale-version");
    const stranger = await app.stranger();
    expect(await stranger.refusal(assets.getAsset, { params: { assetId: asset.id } })).toBe("request/not-found");
    expect(await stranger.refusal(assets.updateAsset, { params: { assetId: asset.id }, body: { name: "x" } })).toBe(
      "request/not-found",
    );
    expect(await stranger.refusal(assets.addVersion, { params: { assetId: asset.id }, body: { fileId: two.id } })).toBe(
      "request/not-found",
    );
    expect(
      await (await app.as("executive")).refusal(assets.updateAsset, {
        params: { assetId: asset.id },
        body: { name: "x" },
      }),
    ).toBe("request/forbidden");
  });

  it("finds by name, tag and kind, counts tags, and pages through all", async () => {
    const found = await designer.must(assets.listAssets, { query: { q: "主会场" } });
    expect(found.items.map((a) => a.name)).toEqual(["618 主会场 KV"]);
    const tagged = await designer.must(assets.listAssets, { query: { tag: ["kv", "618"] } });
    expect(tagged.items).toHaveLength(1);
    const { tags } = await designer.must(assets.listAssetTags, { query: { q: "主会场" } });
    expect(tags).toContainEqual({ tag: "kv", count: 1 });
    expect((await designer.must(assets.listAssetTags, { query: { kind: ["video"] } })).tags).toEqual([]);
    const all = await designer.must(assets.listAssets, { query: { limit: 500 } });
    const paged: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await designer.must(assets.listAssets, { query: { limit: 1, ...(cursor ? { cursor } : {}) } });
      paged.push(...page.items.map((a) => a.id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.items.map((a) => a.id));
    expect((await designer.must(assets.listAssets, { query: { kind: ["video"] } })).items).toEqual([]);
  });

  it("keeps what is uploaded on disk under keys of its own", async () => {
    const rows = await app.sql<{ storage_key: string; name: string }>("SELECT storage_key, name FROM files");
    for (const { storage_key: key } of rows) expect(key).toMatch(/^wsp_[0-9a-z]{26}\/fil_[0-9a-z]{26}$/);
    await expect(readFile(rows[0]?.name ?? "")).rejects.toThrow();
  });
});
