import type { Page } from "@playwright/test";
import { tasks } from "@yutu/tasks/contract";
import { act, type Campaign, runningCampaign } from "./support/campaign.ts";
import { choose, unique } from "./support/fields.ts";
import { expect, test } from "./support/test.ts";

/** Step 5: budget lines that stop, claims with receipts and invoice numbers, approval by amount, actual money. */

const receipt = { name: "receipt.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
const invoiceNumber = (): string => Array.from({ length: 20 }, () => Math.floor(Math.random() * 10)).join("");

const openBudget = (page: Page, { id }: Campaign) => page.goto(`/projects/${id}/budget`);

async function addLine(page: Page, name: string, amount: string, rule: string): Promise<void> {
  await page.getByRole("button", { name: "新增预算行" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("预算行").fill(name);
  await sheet.getByLabel("类别").fill("制作");
  await sheet.getByLabel("预算", { exact: true }).fill(amount);
  await choose(sheet.getByLabel("超支规则"), rule);
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("main").getByText(name)).toBeVisible();
}

/** A new claim on one line, filled but not sent. */
async function writeClaim(page: Page, title: string, amount: string, line: string, number: string): Promise<void> {
  await page.getByRole("button", { name: "新建报销" }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("事由").fill(title);
  await sheet.getByLabel("金额").fill(amount);
  await choose(sheet.getByLabel("预算行"), line);
  await sheet.getByLabel("发票号码").fill(number);
}

const figures = (page: Page, line: string) =>
  page.getByRole("row", { name: line }).or(page.locator("[data-row]", { hasText: line }));

test("a claim reserves, is approved by amount and becomes actual; the same invoice is not paid twice", async ({
  pageOf,
}) => {
  const pm = await pageOf("pm");
  const line = unique("直播制作");
  const campaign = await runningCampaign(unique("花钱"), ["marketer"]);
  await openBudget(pm, campaign);
  await addLine(pm, line, "10000", "不允许");

  const marketer = await pageOf("marketer");
  const title = unique("主播服装");
  const number = invoiceNumber();
  await openBudget(marketer, campaign);
  await writeClaim(marketer, title, "3,200.50", line, number);
  const sheet = marketer.getByRole("dialog");
  await expect(sheet.getByText("预算充足")).toBeVisible();
  await sheet.locator("input[type=file]").setInputFiles(receipt);
  await expect(sheet.getByText("已上传")).toBeVisible();
  await sheet.getByRole("button", { name: "提交审批" }).dblclick();
  await expect(marketer.getByText("已提交审批，金额已占住预算")).toBeVisible();
  await expect(marketer.getByRole("main").getByText(title)).toHaveCount(1);
  await expect(figures(pm, line).first()).toContainText("¥3,200.50");

  await writeClaim(marketer, unique("同一张发票"), "100", line, number);
  await expect(sheet.getByText(`这张发票已在「${title}」中报销`)).toBeVisible();
  await sheet.getByRole("button", { name: "提交审批" }).click();
  await expect(sheet.getByLabel("发票号码")).toHaveAttribute("aria-invalid", "true");
  await sheet.getByLabel("发票号码").fill(invoiceNumber());
  await sheet.getByLabel("金额").fill("8000");
  await expect(sheet.getByText("不允许超支")).toBeVisible();
  await sheet.getByRole("button", { name: "提交审批" }).click();
  await expect(sheet.getByRole("alert").first()).toContainText("只剩 ¥6,799.50，不够 ¥8,000");
  await sheet.getByRole("button", { name: "关闭" }).click();

  const finance = await pageOf("finance");
  const approver = await pageOf("pm");
  for (const page of [approver, finance]) {
    await page.goto("/approvals");
    await page.getByText(title).first().click();
    await page.getByRole("button", { name: "同意" }).click();
    await expect(page.getByText("已同意").first()).toBeVisible();
  }
  await finance.goto("/expenses?show=all");
  await finance.getByText(title).click();
  await finance.getByRole("button", { name: "标记已付款" }).click();
  await expect(finance.getByText("已标记付款")).toBeVisible();
  await expect(figures(pm, line).first()).toContainText("¥6,799.50");
  await pm.getByRole("main").getByText(line).click();
  await expect(pm).toHaveURL(/[?&]line=/);
  await pm.reload();
  await expect(pm.locator(".yt-peek").getByText(line)).toBeVisible();
});

test("an expense is claimed from its task, and the task shows what it holds and has cost", async ({ pageOf }) => {
  const campaign = await runningCampaign(unique("任务花钱"), ["marketer"]);
  const { items } = await act("pm", tasks.listTasks, { query: { projectId: campaign.id, q: "主会场 KV 定稿" } });
  const [task] = items;
  const marketer = await pageOf("marketer");
  await marketer.goto(`/tasks/${task?.id}`);
  await marketer.getByRole("link", { name: "报销", exact: true }).click();
  const sheet = marketer.getByRole("dialog");
  await expect(sheet.getByText("主会场 KV 定稿")).toBeVisible();
  const title = unique("摄影棚");
  await sheet.getByLabel("事由").fill(title);
  await sheet.getByLabel("金额").fill("1200");
  await choose(sheet.getByLabel("预算行"), "创意与制作");
  await sheet.getByRole("button", { name: "提交审批" }).click();
  await expect(sheet).toBeHidden();
  await expect(marketer.getByRole("main").getByText(title)).toBeVisible();

  const pm = await pageOf("pm");
  const finance = await pageOf("finance");
  await pm.goto(`/tasks/${task?.id}`);
  await expect(pm.getByText("审批中 ¥1,200")).toBeVisible();
  for (const page of [await pageOf("pm"), finance]) {
    await page.goto("/approvals");
    await page.getByText(title).first().click();
    await page.getByRole("button", { name: "同意" }).click();
    await expect(page.getByText("已同意").first()).toBeVisible();
  }
  await expect(pm.getByText("审批中 ¥1,200")).toBeHidden();
  await pm.getByRole("link", { name: "¥1,200", exact: true }).click();
  await expect(pm.getByText("任务：", { exact: false })).toContainText("主会场 KV 定稿");
  await pm.getByRole("main").getByText(title).click();
  await expect(pm.getByRole("complementary").getByRole("link", { name: "主会场 KV 定稿" })).toBeVisible();
  await pm.goto(`/projects/${campaign.id}/tasks?q=KV`);
  await expect(pm.locator("[data-row]", { hasText: "主会场 KV 定稿" })).toContainText("已用 ¥1,200");
});

test("an overspend that may be approved asks for the reason and for the board", async ({ pageOf }) => {
  const pm = await pageOf("pm");
  const line = unique("达人投放");
  const campaign = await runningCampaign(unique("花钱"), ["marketer"]);
  await openBudget(pm, campaign);
  await addLine(pm, line, "1000", "须审批");
  const marketer = await pageOf("marketer");
  const title = unique("追加达人");
  await openBudget(marketer, campaign);
  await writeClaim(marketer, title, "1500", line, invoiceNumber());
  const sheet = marketer.getByRole("dialog");
  await expect(sheet.getByText(/将超出预算 ¥500.*须说明原因并由高管审批/)).toBeVisible();
  await sheet.getByRole("button", { name: "提交审批" }).click();
  await expect(sheet.getByLabel("超预算说明")).toHaveAttribute("aria-invalid", "true");
  await sheet.getByLabel("超预算说明").fill("头部达人临时加场");
  await sheet.getByRole("button", { name: "提交审批" }).click();
  await expect(marketer.getByText("已提交审批，金额已占住预算")).toBeVisible();
  await marketer.getByRole("main").getByText(title).click();
  await marketer.getByRole("link", { name: "查看审批" }).click();
  await expect(marketer.getByText("顾明远")).toBeVisible();
});
