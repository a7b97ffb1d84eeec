import { ingestion } from "@yutu/ingestion/contract";
import { makeId } from "@yutu/kernel";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checked, fileSource, imported, sampleFile, settled, upload } from "./files.ts";
import { makeProject } from "./project.ts";

describe("who may do what with data", () => {
  let app: TestApp;
  let analyst: Person;
  beforeAll(async () => {
    app = await bootApp();
    analyst = await app.as("analyst");
  });
  afterAll(() => app.close());

  it("keeps sources: one name each, channels of the list, keys only for those who manage data", async () => {
    const [owner, pm] = [await app.as("owner"), await app.as("pm")];
    const body = { name: "官网埋点", kind: "events" as const, channel: "website" };
    expect(await pm.refusal(ingestion.createSource, { body })).toBe("request/forbidden");
    const source = await owner.must(ingestion.createSource, { body });
    expect(source.writeKey).toMatch(/^wk_[\w-]{20,}$/);
    expect(await owner.refusal(ingestion.createSource, { body: { ...body, kind: "file" } })).toBe(
      "ingestion/source-name-taken",
    );
    expect(await owner.refusal(ingestion.createSource, { body: { name: "x", kind: "file", channel: "mars" } })).toBe(
      "ingestion/unknown-channel",
    );
    const params = { sourceId: source.id };
    const seen = await pm.must(ingestion.listSources, {});
    expect(seen.sources.find((each) => each.id === source.id)?.writeKey).toBeNull();
    const renewed = await owner.must(ingestion.renewWriteKey, { params });
    expect(renewed.writeKey).not.toBe(source.writeKey);
    const changed = await owner.must(ingestion.updateSource, { params, body: { name: "官网埋点 2", disabled: true } });
    expect(changed).toMatchObject({ name: "官网埋点 2", disabled: true });
    expect(await owner.refusal(ingestion.updateSource, { params, body: { name: "y", expectedVersion: 1 } })).toBe(
      "request/stale-version",
    );
    expect(await owner.refusal(ingestion.updateSource, { params, body: { channel: "mars" } })).toBe(
      "ingestion/unknown-channel",
    );
    const other = await fileSource(analyst, "另一个来源");
    expect(await owner.refusal(ingestion.updateSource, { params, body: { name: "另一个来源" } })).toBe(
      "ingestion/source-name-taken",
    );
    expect(await owner.refusal(ingestion.renewWriteKey, { params: { sourceId: other } })).toBe("ingestion/source-kind");
    expect(await pm.refusal(ingestion.updateSource, { params, body: { name: "z" } })).toBe("request/forbidden");
  });

  it("shows nothing of it to another workspace", async () => {
    const stranger = await app.stranger();
    const sourceId = await fileSource(analyst, "不给外人看");
    const done = await imported(app, analyst, sourceId, "s.csv", await sampleFile("online-retail-sample.csv"));
    const { layout, settings, fileId } = done;
    const params = { importId: done.id };
    const codes = await Promise.all([
      stranger.refusal(ingestion.getImport, { params }),
      stranger.refusal(ingestion.commitImport, { params }),
      stranger.refusal(ingestion.cancelImport, { params }),
      stranger.refusal(ingestion.undoImport, { params }),
      stranger.refusal(ingestion.retryImport, { params }),
      stranger.refusal(ingestion.viewImportRow, { params: { ...params, rowNumber: 2 } }),
      stranger.refusal(ingestion.previewImportFile, { params: { fileId } }),
      stranger.refusal(ingestion.previewRows, { params: { fileId }, body: { layout, settings } }),
      stranger.refusal(ingestion.updateSource, { params: { sourceId }, body: { name: "mine" } }),
      stranger.refusal(ingestion.renewWriteKey, { params: { sourceId } }),
      stranger.refusal(ingestion.createImport, {
        body: { fileId, sourceId, presetKey: "online-retail", layout, settings },
      }),
    ]);
    expect(codes).toEqual(codes.map(() => "request/not-found"));
    const file = await fetch(`${app.baseUrl}/import-files/${fileId}/content`, {
      headers: { cookie: stranger.cookie() },
    });
    expect(file.status).toBe(404);
    expect((await stranger.must(ingestion.listImports, {})).items).toEqual([]);
    expect((await stranger.must(ingestion.listSources, {})).sources).toEqual([]);
    const own = await fetch(`${app.baseUrl}/import-files/${fileId}/content`, { headers: { cookie: analyst.cookie() } });
    expect(Buffer.from(await own.arrayBuffer()).equals(await sampleFile("online-retail-sample.csv"))).toBe(true);
  });

  it("lets those import who may, and offers moves to nobody else", async () => {
    const [marketer, store] = [await app.as("marketer"), await app.as("store")];
    const sourceId = await fileSource(analyst, "权限");
    const ready = await checked(app, analyst, sourceId, "s.csv", await sampleFile("online-retail-sample.csv"));
    const params = { importId: ready.id };
    expect(ready.abilities.moves).toEqual(["commit", "cancel"]);
    expect((await marketer.must(ingestion.getImport, { params })).abilities.moves).toEqual([]);
    expect(await marketer.refusal(ingestion.commitImport, { params })).toBe("request/forbidden");
    expect(await store.refusal(ingestion.getImport, { params })).toBe("request/forbidden");
    expect((await upload(app, marketer, "x.csv", "a,b\n1,2\n")).status).toBe(403);
    expect(await analyst.refusal(ingestion.undoImport, { params })).toBe("ingestion/import-not-ready");
    expect(await analyst.refusal(ingestion.retryImport, { params })).toBe("ingestion/import-not-ready");
  });

  it("hides private projects also here", async () => {
    const secret = await makeProject(app, "保密项目", "private");
    const sourceId = await fileSource(analyst, "归到项目");
    const ready = await checked(app, analyst, sourceId, "s.csv", await sampleFile("online-retail-sample.csv"));
    const { fileId, layout, settings, presetKey } = ready;
    expect(
      await analyst.refusal(ingestion.createImport, {
        body: { fileId, sourceId, projectId: secret.id, presetKey, layout, settings },
      }),
    ).toBe("request/not-found");
  });

  it("refuses files it cannot read, with the reason", async () => {
    expect((await upload(app, analyst, "empty.csv", "")).body.code).toBe("ingestion/file-empty");
    expect(
      (await upload(app, analyst, "old.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).body.code,
    ).toBe("ingestion/old-excel");
    const preview = async (name: string, content: Uint8Array | string, query = {}) =>
      analyst.refusal(ingestion.previewImportFile, {
        params: { fileId: (await upload(app, analyst, name, content)).body.id },
        query,
      });
    expect(await preview("cut.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe("ingestion/unreadable-file");
    expect(await preview("cut.csv.gz", Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2]))).toBe("ingestion/unreadable-file");
    expect(await preview("numbers.csv", "1,2\n3,4\n")).toBe("ingestion/no-header");
    expect(
      await preview("fine.csv", "日期,花费\n2026-08-01,1\n", { sourceId: makeId("src", 1, new Uint8Array(10)) }),
    ).toBe("request/not-found");
    expect(await preview("fine.csv", "日期,花费\n2026-08-01,1\n")).toBe("ok");
  });

  it("asks for what a mapping lacks", async () => {
    const { body: file } = await upload(app, analyst, "a.csv", "日期,花费\n2026-08-01,1\n");
    const sourceId = await fileSource(analyst, "映射");
    const events = await (await app.as("owner")).must(ingestion.createSource, {
      body: { name: "事件", kind: "events", channel: "website" },
    });
    const { layout, settings, presetKey } = await analyst.must(ingestion.previewImportFile, {
      params: { fileId: file.id },
    });
    const make = (change: object, source = sourceId) =>
      analyst.refusal(ingestion.createImport, {
        body: { fileId: file.id, sourceId: source, presetKey, layout, settings: { ...settings, ...change } },
      });
    expect(await make({ columns: { spend: 1 } })).toBe("ingestion/mapping-incomplete");
    expect(await make({ timeZone: "Asia/Nowhere" })).toBe("ingestion/unknown-time-zone");
    expect(await make({ channel: "mars" })).toBe("ingestion/unknown-channel");
    expect(await make({}, events.id)).toBe("ingestion/source-kind");
    await (await app.as("owner")).must(ingestion.updateSource, { params: { sourceId }, body: { disabled: true } });
    expect(await make({})).toBe("ingestion/source-disabled");
    expect(
      await analyst.refusal(ingestion.previewRows, {
        params: { fileId: file.id },
        body: { layout, settings: { ...settings, columns: {} } },
      }),
    ).toBe("ingestion/mapping-incomplete");
  });

  it("finds nothing to import in a file of headings", async () => {
    const sourceId = await fileSource(analyst, "空表");
    const ready = await checked(app, analyst, sourceId, "h.csv", "日期,花费\n合计,0\n");
    expect(await analyst.refusal(ingestion.commitImport, { params: { importId: ready.id } })).toBe(
      "ingestion/nothing-to-import",
    );
  });

  it("reads workbooks: the sheet with headings, dates as days, numbers as written", async () => {
    const rows = [
      ["推广报表"],
      [],
      ["日期", "推广计划名称", "花费", "点击量"],
      [new Date(Date.UTC(2026, 7, 18)), "618", 1234.5, 3],
      [new Date(Date.UTC(2026, 7, 19)), "618", 0.1 + 0.2, null],
      ["合计", null, 1234.8, 3],
    ];
    const book = await writeXlsx({
      sheets: [
        { name: "说明", rows: [["由平台导出"]] },
        { name: "数据", rows },
      ],
    });
    const sourceId = await fileSource(analyst, "工作簿");
    const ready = await checked(app, analyst, sourceId, "a.xlsx", book);
    expect(ready.layout).toEqual({ format: "xlsx", sheet: "数据", headerRow: 3 });
    expect(ready.checked).toMatchObject({
      accepted: 2,
      skipped: { totals: 1 },
      amounts: [{ currency: "CNY", grossMinor: 123_480 }],
      firstOn: "2026-08-18",
      lastOn: "2026-08-19",
    });
    const { rows: shown } = await analyst.must(ingestion.previewRows, {
      params: { fileId: ready.fileId },
      body: { layout: ready.layout, settings: ready.settings },
    });
    expect(shown.map((row) => [row.rowNumber, row.outcome, row.cells[2]])).toEqual([
      [4, "fact", "1234.5"],
      [5, "fact", "0.3"],
      [6, "skipped", "1234.8"],
    ]);
  });

  it("says when a file turns out to be broken, and lets the person try again or leave it", async () => {
    const sourceId = await fileSource(analyst, "坏文件");
    const { body: file } = await upload(app, analyst, "b.csv", "日期,花费\n2026-08-01,1\n");
    const { layout, settings, presetKey } = await analyst.must(ingestion.previewImportFile, {
      params: { fileId: file.id },
    });
    await app.sql("UPDATE import_files SET format = 'csv.gz' WHERE id = $1", [file.id]);
    const made = await analyst.must(ingestion.createImport, {
      body: { fileId: file.id, sourceId, presetKey, layout, settings },
    });
    const failed = await settled(analyst, made.id);
    expect(failed).toMatchObject({
      state: "failed",
      error: "The gzipped file is damaged.",
      abilities: { moves: ["retry", "cancel"] },
    });
    await app.sql("UPDATE import_files SET format = 'csv' WHERE id = $1", [file.id]);
    await analyst.must(ingestion.retryImport, { params: { importId: made.id } });
    expect((await settled(analyst, made.id)).state).toBe("checked");
  });

  it("offers samples", async () => {
    const orders = await analyst.must(ingestion.takeSampleFile, { body: { sample: "orders" } });
    const ads = await analyst.must(ingestion.takeSampleFile, { body: { sample: "ads" } });
    expect([orders.format, ads.format]).toEqual(["csv", "csv"]);
    const preview = await analyst.must(ingestion.previewImportFile, { params: { fileId: ads.id } });
    expect(preview.headings).toContain("花费(元)");
  });
});
