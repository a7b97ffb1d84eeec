import type { Page } from "@playwright/test";
import { demoPromotion } from "./support/campaign.ts";
import { choose, passwordIn, unique } from "./support/fields.ts";
import { address, expect, expectAccessible, test } from "./support/test.ts";

/** Step 7: data comes in from files, SDKs and links; what is wrong with it is kept and said. */

test.use({ person: "analyst" });

/** Chooses the file, names a new source for it and goes on to the mapping. */
async function readFile(page: Page, choose: () => Promise<void>): Promise<void> {
  await page.goto("/data/imports/new");
  await choose();
  await expect(page.getByRole("button", { name: "下一步" })).toBeEnabled();
  await page.getByLabel("数据源名称").fill(unique("来源"));
  await page.getByRole("button", { name: "下一步" }).click();
  await expect(page.getByRole("heading", { name: "字段对应" })).toBeVisible();
}

async function dryRun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "试运行" }).click();
  await expect(page.getByRole("button", { name: "确认导入" })).toBeVisible({ timeout: 60_000 });
}

const total = (page: Page, name: string) => page.locator(".in-totals div", { hasText: name }).locator("dd");

test("real orders are read, tried, taken in and taken back; a reload loses nothing", async ({ page }) => {
  await readFile(page, () => page.getByRole("button", { name: /示例：网店订单/ }).click());
  await page.reload();
  await expect(page.getByRole("heading", { name: "字段对应" })).toBeVisible();
  await expect(page.getByText("InvoiceNo").first()).toBeVisible();
  await dryRun(page);
  const rows = await total(page, "总行数").innerText();
  const accepted = Number((await total(page, "可导入").innerText()).replaceAll(",", ""));
  const kept = Number((await total(page, "进隔离区").innerText()).replaceAll(",", ""));
  expect(accepted + kept).toBe(Number(rows.replaceAll(",", "")));
  await page.reload();
  await page.getByRole("button", { name: "确认导入" }).dblclick();
  await expect(page.getByRole("button", { name: "撤销导入" })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "撤销导入" }).click();
  await expect(page.getByText("已撤销，数据已回到导入前")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: /已撤销$/ })).toBeVisible({ timeout: 1 });
});

test("a new shop imports orders in another currency, sets its rate and sees their sum", async ({ browser }) => {
  const shop = await browser.newContext({ locale: "zh-CN", baseURL: address() });
  const page = await shop.newPage();
  await page.goto("/sign-up");
  await page.getByLabel("企业或店铺名称").fill(unique("山野茶"));
  await page.getByLabel("姓名").fill("周茶");
  await page.getByLabel("邮箱").fill(`${crypto.randomUUID()}@shop.example`);
  await passwordIn(page).fill("shan ye cha 1987");
  await page.getByRole("button", { name: "注册新企业" }).click();
  await page.waitForURL("**/home");
  await readFile(page, () => page.getByRole("button", { name: /示例：网店订单/ }).click());
  await dryRun(page);
  const sold = await total(page, "成交额").innerText();
  await page.getByRole("link", { name: "登记汇率" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByText("请输入大于 0 的数")).toBeVisible();
  await dialog.getByRole("spinbutton", { name: "汇率" }).fill("10");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("1 GBP = 10 CNY")).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole("button", { name: "确认导入" }).click();
  await page.getByRole("button", { name: "查看数据" }).click({ timeout: 60_000 });
  await expect(page.getByText(/没有汇率/)).toHaveCount(0);
  const yuan = Math.round(Number(sold.replaceAll(/[^\d.]/g, "")) * 10);
  await expect(page.getByTitle(`¥${yuan.toLocaleString("zh-CN")}`).first()).toBeVisible();
  await shop.close();
});

test("an export in GB18030 is recognised", async ({ page }) => {
  await readFile(page, () => page.getByRole("button", { name: /示例：投放消耗/ }).click());
  await expect(page.getByText("GB18030", { exact: true })).toBeVisible();
  await expect(page.getByText("消耗", { exact: true }).first()).toBeVisible();
});

test("a bad row waits with its reason and goes in once corrected", async ({ page }) => {
  const file = `${unique("订单")}.csv`;
  const text =
    "订单号,下单时间,商品编码,数量,单价\nA1,2026-05-01 10:00:00,S1,2,10.00\nA2,2026-05-02 10:00:00,S1,两件,10.00\n";
  await readFile(page, () =>
    page.locator("input[type=file]").setInputFiles({ name: file, mimeType: "text/csv", buffer: Buffer.from(text) }),
  );
  await dryRun(page);
  await expect(total(page, "进隔离区")).toHaveText("1");
  await page.getByRole("button", { name: "确认导入" }).click();
  await page.getByRole("link", { name: "查看隔离的行" }).click();
  await page.getByText("数量: 不是数字").click();
  await page.getByLabel("数量").fill("2");
  await page.getByRole("button", { name: "改正并重新导入" }).click();
  await expect(page.getByText("没有被隔离的数据。")).toBeVisible();
});

test("a key lets an SDK write, and a tracked link leads on and is counted", async ({ page, pageOf }) => {
  const admin = await pageOf("admin");
  const name = unique("官网埋点");
  await admin.goto("/data/imports");
  await admin.getByRole("button", { name: "新建数据源" }).click();
  await admin.getByRole("dialog").getByLabel("数据源名称").fill(name);
  await admin.getByRole("dialog").getByRole("button", { name: "创建" }).click();
  const key = await admin.getByRole("listitem").filter({ hasText: name }).locator("code").innerText();
  const event = { type: "track", event: "下单", messageId: crypto.randomUUID(), anonymousId: "a1" };
  const send = (writeKey: string) =>
    fetch(`${address()}/v1/batch`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Basic ${btoa(`${writeKey}:`)}` },
      body: JSON.stringify({ batch: [{ ...event, timestamp: new Date().toISOString() }] }),
    });
  expect((await send(key)).status).toBe(200);
  expect((await send("unknown")).status).toBe(401);

  await page.goto("/data/links");
  await page.getByRole("button", { name: "新建链接" }).first().click();
  const sheet = page.getByRole("dialog");
  const link = unique("首页横幅");
  await sheet.getByLabel("名称").fill(link);
  await sheet.getByLabel("落地页").fill("https://shop.example/sale");
  await choose(sheet.getByLabel("项目"), (await demoPromotion()).name);
  await choose(sheet.getByLabel("渠道"), "抖音");
  await choose(sheet.getByLabel("来源 source"), "douyin");
  await choose(sheet.getByLabel("媒介 medium"), "cpc");
  await sheet.getByRole("button", { name: "创建" }).click();
  await page.getByText(link).click();
  const short = await page
    .getByText(/\/[lr]\/\w+/)
    .last()
    .innerText();
  const answer = await fetch(short.split(" ")[0] ?? "", { redirect: "manual" });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toMatch(
    /^https:\/\/shop\.example\/sale\?utm_source=douyin&utm_medium=cpc&utm_campaign=/,
  );
});
