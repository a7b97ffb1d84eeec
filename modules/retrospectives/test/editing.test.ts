import { retrospectives } from "@yutu/retrospectives/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeAProject } from "./closed-project-fixture.ts";
import { readZip } from "./read-zip.ts";

describe("people's part of a retrospective", () => {
  let app: TestApp;
  let pm: Person;
  let analyst: Person;
  let projectId: string;
  beforeAll(async () => {
    app = await bootApp();
    ({ projectId } = await closeAProject(app));
    [pm, analyst] = [await app.as("pm"), await app.as("analyst")];
  });
  afterAll(() => app.close());

  const params = () => ({ projectId });
  const write = (text: string, expectedVersion?: number) => ({
    params: params(),
    body: { key: "budget" as const, text, ...(expectedVersion === undefined ? {} : { expectedVersion }) },
  });
  const read = () => pm.must(retrospectives.getRetrospective, { params: params() });
  const download = (kind: "markdown" | "word", locale = "zh") =>
    fetch(`${app.baseUrl}/projects/${projectId}/retrospective/${kind}?locale=${locale}`, {
      headers: { cookie: pm.cookie() },
    });

  it("keeps words with their version, so that nobody overwrites another's", async () => {
    const first = await pm.must(retrospectives.updateBlock, write("物料临时加急。", 0));
    expect(first.blocks).toMatchObject([{ key: "budget", text: "物料临时加急。", version: 1 }]);
    expect(await analyst.refusal(retrospectives.updateBlock, write("别的话", 0))).toBe("request/stale-version");
    expect(
      (await analyst.must(retrospectives.updateBlock, write("物料加急，供应商涨价。", 1))).blocks[0]?.version,
    ).toBe(2);
    expect(await (await app.as("marketer")).refusal(retrospectives.updateBlock, write("x"))).toBe("request/forbidden");
    expect(await (await app.stranger()).refusal(retrospectives.updateBlock, write("x"))).toBe("request/not-found");
  });

  it("stays when the figures are computed anew", async () => {
    const before = await read();
    app.clock.advance({ hours: 2 });
    const ordered = await pm.must(retrospectives.regenerate, { params: params() });
    expect([ordered.state, ordered.document]).toEqual(["writing", before.document]);
    await app.settle();
    const after = await read();
    expect(after.state).toBe("draft");
    expect(after.blocks).toEqual(before.blocks);
    expect(after.document?.computedAt).not.toBe(before.document?.computedAt);
    expect({ ...after.document, computedAt: "" }).toEqual({ ...before.document, computedAt: "" });
  });

  it("draws lessons that are decided once", async () => {
    const evidence = [{ entity: "channel" as const, id: "jd", label: "京东" }];
    const body = { kind: "stop" as const, text: "京东信息流不再单独投放", evidence };
    const { id } = await analyst.must(retrospectives.addLesson, { params: params(), body });
    const lesson = { params: { lessonId: id } };
    await pm.must(retrospectives.updateLesson, { ...lesson, body: { text: "京东只投搜索", expectedVersion: 1 } });
    expect(await pm.refusal(retrospectives.updateLesson, { ...lesson, body: { text: "x", expectedVersion: 1 } })).toBe(
      "request/stale-version",
    );
    await pm.must(retrospectives.decideLesson, { ...lesson, body: { decision: "accept" } });
    expect((await read()).lessons).toMatchObject([
      { id, kind: "stop", text: "京东只投搜索", status: "accepted", evidence, version: 3 },
    ]);
    expect(await pm.refusal(retrospectives.decideLesson, { ...lesson, body: { decision: "reject" } })).toBe(
      "retrospectives/lesson-decided",
    );
    expect(await pm.refusal(retrospectives.updateLesson, { ...lesson, body: { text: "y" } })).toBe(
      "retrospectives/lesson-decided",
    );
    const stranger = await app.stranger();
    expect(await stranger.refusal(retrospectives.addLesson, { params: params(), body })).toBe("request/not-found");
    expect(await stranger.refusal(retrospectives.decideLesson, { ...lesson, body: { decision: "accept" } })).toBe(
      "request/not-found",
    );
    expect(await stranger.refusal(retrospectives.updateLesson, { ...lesson, body: { text: "z" } })).toBe(
      "request/not-found",
    );
    expect(await (await app.as("marketer")).refusal(retrospectives.addLesson, { params: params(), body })).toBe(
      "request/forbidden",
    );
  });

  it("leaves as Markdown with findings, words, lessons and links", async () => {
    const response = await download("markdown");
    expect(decodeURIComponent(response.headers.get("content-disposition") ?? "")).toContain(
      "双11 大促 项目复盘报告.md",
    );
    const text = await response.text();
    expect(text).toMatch(/^# 双11 大促 项目复盘报告\n/);
    const computedAt = new Date((await read()).document?.computedAt ?? "");
    expect(text).toContain(computedAt.toLocaleString("sv", { timeZone: "Asia/Shanghai" }).slice(0, 16));
    expect(text).toContain("“加急物料”超支 ¥200（20%）。");
    expect(text).toContain("物料加急，供应商涨价。");
    expect(text).toContain("停止（已采纳）：京东只投搜索");
    expect(text).toMatch(/\| 天猫 \| ¥50 \| ¥250 \|/);
    expect(text).toContain("| 任务 | 负责人 | 原因 | 批准日期 | 完成日期 | 延误（天） |");
    expect(text).toContain(`](${app.origin}/projects/${projectId}/budget?line=bln_`);
    expect(await (await download("markdown", "en")).text()).toContain('"加急物料" went ¥200 over (20%).');
  });

  it("leaves as a Word document with pictures of its charts", async () => {
    const response = await download("word");
    expect(response.headers.get("content-type")).toContain("wordprocessingml");
    const bytes = Buffer.from(await response.arrayBuffer());
    const files = readZip(bytes);
    const pictures = [...files].filter(([name]) => /^word\/media\/.*\.png$/.test(name));
    expect(pictures).toHaveLength(4);
    const text = files.get("word/document.xml")?.toString() ?? "";
    expect(text).toContain("加急物料");
    expect(text).toContain("京东只投搜索");
    for (const [name, picture] of pictures) {
      expect(picture.subarray(1, 4).toString(), name).toBe("PNG");
      expect(picture.length, name).toBeGreaterThan(5_000);
    }
  });

  it("is fixed by publishing, until it is taken back", async () => {
    const publish = (published: boolean) => ({ params: params(), body: { published } });
    expect(await pm.must(retrospectives.setPublished, publish(true))).toMatchObject({
      state: "published",
      abilities: { edit: false, publish: false, unpublish: true, regenerate: false, learn: true },
    });
    expect(await pm.refusal(retrospectives.updateBlock, write("太迟"))).toBe("retrospectives/published");
    expect(await pm.refusal(retrospectives.regenerate, { params: params() })).toBe("retrospectives/published");
    expect((await pm.must(retrospectives.setPublished, publish(false))).state).toBe("draft");
    expect(await (await app.as("executive")).refusal(retrospectives.setPublished, publish(true))).toBe(
      "request/forbidden",
    );
    expect(await (await app.stranger()).refusal(retrospectives.setPublished, publish(true))).toBe("request/not-found");
  });

  it("says when it could not be written, and is written once the facts can be read again", async () => {
    await app.sql("UPDATE retrospectives SET status = 'failed', document = NULL WHERE project_id = $1", [projectId]);
    const input = { params: params() };
    expect(await read()).toMatchObject({ state: "failed", abilities: { regenerate: true, edit: false } });
    expect(await pm.refusal(retrospectives.exportWord, input)).toBe("retrospectives/not-ready");
    expect(await pm.refusal(retrospectives.updateBlock, write("x"))).toBe("retrospectives/not-ready");
    await pm.must(retrospectives.regenerate, input);
    await app.settle();
    expect((await read()).state).toBe("draft");
  });
});
