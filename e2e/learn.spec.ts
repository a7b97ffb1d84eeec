import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readZip } from "../modules/retrospectives/test/read-zip.ts";
import { importOrders, runningCampaign } from "./support/campaign.ts";
import { expect, expectAccessible, test } from "./support/test.ts";

/** A project is closed, its retrospective writes itself, people add their words, and it leaves as files. */
test.use({ person: "pm" });

async function closedCampaign(page: Page, name: string): Promise<void> {
  const campaign = await runningCampaign(name);
  await importOrders(campaign, [{ number: "L-1", product: "青柠礼盒装", amount: 399, channel: "天猫" }]);
  await page.goto(`/projects/${campaign.id}/retrospective`);
  await expect(page.getByText("项目结项后，这里会自动生成复盘")).toBeVisible();
  await page.getByRole("button", { name: "结项并生成复盘" }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "结项并生成复盘" }).click();
  await expect(page.getByRole("article", { name: "复盘" })).toBeVisible({ timeout: 30_000 });
}

async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("closing writes the retrospective; words are kept, and leave with it as Markdown and Word", async ({ page }) => {
  const name = `复盘 ${Date.now()}`;
  await closedCampaign(page, name);
  const report = page.getByRole("article", { name: "复盘" });
  for (const section of ["总结", "预算执行", "目标达成", "进度偏差", "审批效率", "渠道结果", "素材", "经验"])
    await expect(report.getByRole("region", { name: section, exact: true }).first()).toBeVisible();
  await expect(report.getByRole("region", { name: "复盘要点" })).toContainText("¥399");
  await expect(report.getByRole("region", { name: "渠道结果" }).first()).toContainText("天猫");

  const words = "预算没有用完，达人合同签得太晚。";
  await report.getByRole("button", { name: "补充说明: 预算执行" }).click();
  await report.getByRole("textbox", { name: "预算执行说明" }).fill(words);
  await page.reload();
  await expect(report.getByRole("textbox", { name: "预算执行说明" })).toHaveValue(words);
  await report.getByRole("button", { name: "保存" }).click();
  await expect(report.getByRole("textbox", { name: "预算执行说明" })).toHaveCount(0);
  await page.reload();
  await expect(report.getByText(words)).toBeVisible();

  const markdown = await download(page, "导出 Markdown");
  expect(markdown.name).toBe(`${name} 项目复盘报告.md`);
  const text = markdown.bytes.toString();
  expect(text).toContain(words);
  expect(text).toMatch(/\| 天猫 \|.*¥399/);

  const word = await download(page, "导出 Word");
  expect(word.name).toBe(`${name} 项目复盘报告.docx`);
  const files = readZip(word.bytes);
  expect(files.get("word/document.xml")?.toString()).toContain(words);
  expect([...files.keys()].filter((path) => /^word\/media\/.+\.png$/.test(path)).length).toBeGreaterThan(0);
  await expectAccessible(page);
});

test("two people write the same words: the second is asked, and nothing is lost", async ({ page, pageOf }) => {
  await closedCampaign(page, `同写 ${Date.now()}`);
  const other = await pageOf("analyst");
  await other.goto(page.url());
  const write = async (window: Page, words: string): Promise<void> => {
    await window.getByRole("button", { name: "补充说明: 后续行动" }).click();
    await window.getByRole("textbox", { name: "后续行动说明" }).fill(words);
  };
  await write(page, "四月前谈好达人。");
  await write(other, "先做小样再拍。");
  await other.getByRole("button", { name: "保存" }).click();
  await expect(other.getByRole("textbox", { name: "后续行动说明" })).toHaveCount(0);

  const conflict = page.getByRole("alert").filter({ hasText: "刚改过这段话" });
  await expect(conflict).toContainText("先做小样再拍。");
  await expect(page.getByRole("textbox", { name: "后续行动说明" })).toHaveValue("四月前谈好达人。");
  await expect(page.getByRole("button", { name: "保存" })).toBeDisabled();
  await conflict.getByRole("button", { name: "仍用我的" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(other.getByText("四月前谈好达人。")).toBeVisible();
});
