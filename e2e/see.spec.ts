import { importOrders, runningCampaign } from "./support/campaign.ts";
import { expect, expectAccessible, test } from "./support/test.ts";

/** From a figure to its rows, and from a row to the line of the file it came from. */
test.use({ person: "analyst" });

test("a figure of a project leads to its rows and to the line of the imported file", async ({ page }) => {
  const campaign = await runningCampaign(`看数 ${Date.now()}`);
  const file = await importOrders(campaign, [
    { number: "S-1", product: "青柠礼盒装", amount: 399, channel: "天猫" },
    { number: "S-2", product: "随行玻璃杯", amount: 99.5, channel: "京东" },
    { number: "S-3", product: "冷萃咖啡液", amount: 199, channel: "天猫" },
  ]);
  await page.goto(`/projects/${campaign.id}/data?range=month`);

  const strip = page.getByRole("region", { name: "项目指标" });
  const sales = strip.getByRole("button", { name: /GMV 成交额/ });
  await expect(sales).toContainText("¥697.5");
  await expect(strip.getByRole("button", { name: /订单数/ })).toContainText("3");
  await expect(strip.getByRole("button", { name: /客单价/ })).toContainText("¥232.5");
  await expect(page.getByText(`来源：店铺 ${campaign.name} 3 行`).first()).toBeVisible();

  await sales.click();
  const peek = page.getByRole("complementary").filter({ hasText: "口径" });
  await expect(peek).toContainText("¥697.50");
  await expect(peek.getByText("共 3 行")).toBeVisible();
  const cup = peek.getByRole("listitem").filter({ hasText: "随行玻璃杯" });
  await expect(cup).toContainText("¥99.50");
  await cup.getByRole("button", { name: "查看原始行" }).click();
  await expect(cup).toContainText(file);
  await expect(cup).toContainText("S-2");
  await expect(cup).toContainText("99.50");

  await page.reload();
  await expect(peek).toContainText("¥697.50");
  await expectAccessible(page);
});

test("a figure of the channel table opens the rows of that channel only", async ({ page }) => {
  const campaign = await runningCampaign(`看渠道 ${Date.now()}`);
  await importOrders(campaign, [
    { number: "C-1", product: "青柠礼盒装", amount: 399, channel: "天猫" },
    { number: "C-2", product: "随行玻璃杯", amount: 99.5, channel: "京东" },
  ]);
  await page.goto(`/projects/${campaign.id}/data?range=month`);
  await page
    .getByRole("row")
    .filter({ hasText: "京东" })
    .getByRole("button", { name: /GMV 成交额/ })
    .click();
  const peek = page.getByRole("complementary").filter({ hasText: "口径" });
  await expect(peek).toContainText("C-2");
  await expect(peek).not.toContainText("C-1");
});

test("who may not see figures finds no way to them", async ({ pageOf }) => {
  const page = await pageOf("store");
  await page.goto("/");
  await expect(page.getByRole("link", { name: "项目", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "数据", exact: true })).toHaveCount(0);
  await page.goto("/data");
  await expect(page.getByText("没有权限")).toBeVisible();
});
