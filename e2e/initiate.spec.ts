import type { Locator, Page } from "@playwright/test";
import { unique } from "./support/fields.ts";
import { expect, expectAccessible, test } from "./support/test.ts";

/** Steps 2 and 3: a project is started from a type, goes through approval by amount, and is returned, withdrawn, approved. */

test.use({ person: "pm" });

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const next = (page: Page): Promise<void> => page.getByRole("button", { name: "下一步" }).click();

/** Type, basics and plan; stops at the goals. */
async function plan(page: Page, type: string, name: string, budget: string): Promise<void> {
  await page.goto("/projects/new");
  await page.getByRole("button", { name: new RegExp(type) }).click();
  await next(page);
  await expect(page.getByText("填写项目名称")).toBeVisible();
  await page.getByLabel("项目名称").fill(name);
  await page.locator("input[type=date]").fill(inDays(200));
  await page.getByLabel("预算总额").fill(budget);
  await next(page);
  await expect(page.getByText(/计划从.+倒排，全部落在工作日上。/)).toBeVisible();
  await next(page);
}

/** Fills baselines and targets; costs are to fall, the rest to rise. */
async function setTargets(page: Page): Promise<void> {
  await expect(page.getByText(/还缺 \d+ 项/)).toBeVisible();
  const cards: Locator[] = await page.locator(".pj-kpi-card").all();
  for (const card of cards) {
    await card.getByLabel("基线").fill("10");
    await card.getByLabel("目标值").fill("20");
    if ((await card.getByRole("alert").count()) > 0) await card.getByLabel("目标值").fill("5");
  }
  await expect(page.getByText("目标都可衡量，可以提交。")).toBeVisible();
}

/** Creates the project and sends it into approval, by two quick clicks of which one counts. */
async function submit(page: Page): Promise<void> {
  await next(page);
  await page.getByRole("button", { name: "创建并提交审批" }).dblclick();
  await page.waitForURL(/\/projects\/prj_\w+$/);
  await expect(page.getByText("审批中").first()).toBeVisible();
}

async function decide(page: Page, name: string, decision: "同意" | "退回", comment: string): Promise<void> {
  await page.goto("/approvals");
  await page.getByText(name).first().click();
  await page.getByRole("textbox", { name: /意见/ }).fill(comment);
  await page.getByRole("button", { name: decision }).click();
  await expect(page.getByText(`已${decision}`).first()).toBeVisible();
}

test("a promotion is planned backwards, returned with a reason, approved by finance and the board, and started", async ({
  page,
  pageOf,
}) => {
  const name = unique("年中大促");
  await plan(page, "电商大促", name, "800000");
  await next(page);
  await expect(page.getByRole("button", { name: "创建并提交审批" })).toBeDisabled();
  await page.getByRole("button", { name: "去补充" }).click();
  await page.reload();
  await setTargets(page);
  await submit(page);
  const address = page.url();

  const finance = await pageOf("finance");
  await finance.goto("/approvals");
  await finance.getByText(name).first().click();
  await finance.getByRole("button", { name: "退回" }).click();
  await expect(finance.getByRole("alert")).toHaveText("写明退回原因，对方才知道怎么改");
  await decide(finance, name, "退回", "预算比去年高三成，请说明依据");

  await expect(page.getByText("预算比去年高三成，请说明依据")).toBeVisible();
  await page.getByRole("button", { name: "提交审批" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByText("审批中").first()).toBeVisible();
  await decide(finance, name, "同意", "");
  await decide(await pageOf("executive"), name, "同意", "按计划执行");

  await page.goto(address);
  await page.getByRole("button", { name: "启动" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "启动" }).click();
  await expect(page.getByText("进行中").first()).toBeVisible();
  await expectAccessible(page);
});

test("a small brand campaign needs finance only", async ({ page, pageOf }) => {
  const name = unique("春季品牌片");
  await plan(page, "品牌传播", name, "50000");
  await setTargets(page);
  await submit(page);
  await decide(await pageOf("finance"), name, "同意", "");
  await expect(page.getByText("已批准").first()).toBeVisible();
});

test("an event that was sent too early is withdrawn", async ({ page }) => {
  const name = unique("上海快闪店");
  await plan(page, "线下活动", name, "300000");
  await setTargets(page);
  await submit(page);
  await page.getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("草稿").first()).toBeVisible();
});

test("a project that is not open to somebody says so and leads on", async ({ pageOf }) => {
  const agency = await pageOf("agency");
  await agency.goto("/projects/prj_01m82c62zz0002fp3t29zbyg8v");
  await expect(agency.getByText(/不在它的可见范围内/)).toBeVisible();
  await agency.getByRole("link", { name: "看全部项目" }).click();
  await expect(agency).toHaveURL(/\/projects$/);
});
