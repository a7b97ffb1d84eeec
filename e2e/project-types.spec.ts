import { expectAccessible } from "./support/accessibility.ts";
import { expect, test } from "./support/test.ts";

test.describe("project types", () => {
  test.use({ person: "pm", language: "zh-CN" });

  test("a type is changed, refused where it does not hold together, saved, taken back and restored", async ({
    page,
  }) => {
    await page.goto("/settings/templates?type=member_operation");
    const save = page.getByRole("button", { name: "保存为新版本" });
    const types = page.getByRole("list", { name: "项目类型" });
    const type = types.getByRole("button", { name: /会员/ });
    const name = page.getByLabel("名称 · 中文").first();
    await expect(type).toContainText("系统自带");
    await expect(save).toBeDisabled();

    await name.fill("");
    await expect(page.getByText("请填写")).toBeVisible();
    await expect(save).toBeDisabled();
    await name.fill("会员大使计划");
    await expect(page.getByText("请填写")).toHaveCount(0);

    await page.getByText("预算", { exact: true }).last().click();
    const share = page.getByLabel("占比").first();
    await share.fill("1");
    await share.blur();
    await expect(page.getByText(/占比合计为 .*%，应为 100%/)).toBeVisible();
    await expect(save).toBeDisabled();
    await expectAccessible(page);
    await page.getByRole("button", { name: "按比例补足到 100%" }).click();
    await expect(page.getByText(/占比合计为/)).toHaveCount(0);
    await save.click();
    await expect(page.getByText("已保存为第 2 版")).toBeVisible();
    await expect(type).toContainText("会员大使计划已自定义 · 第 2 版");

    await page.getByRole("button", { name: "撤销", exact: true }).click();
    await expect(type).toContainText("系统自带");
    await page.reload();
    await expect(type).not.toContainText("会员大使计划");
  });

  test("a task gets a predecessor, and tasks that would wait for one another are refused", async ({ page }) => {
    await page.goto("/settings/templates?type=custom&part=tasks");
    const rows = page.locator(".pj-tpl-task");
    const [first, second] = [rows.nth(0), rows.nth(1)];
    const follower = (await second.locator(".pj-tpl-name").innerText()).trim();
    await first.locator(".pj-tpl-open").click();
    await first.getByRole("button", { name: "添加前置任务" }).click();
    await expect(first.getByText("请选择前置任务")).toBeVisible();
    const choice = first.getByRole("group", { name: "前置任务" }).getByRole("combobox").first();
    await choice.fill(follower);
    await choice.press("Enter");
    await expect(page.getByText("有任务互相等待，请去掉其中一个前置任务")).toBeVisible();
    await expect(page.getByRole("button", { name: "保存为新版本" })).toBeDisabled();
    const undo = page.getByRole("button", { name: "撤销一步" });
    await undo.click();
    await undo.click();
    await expect(undo).toBeDisabled();
    await expect(page.getByText("没有修改")).toBeVisible();
  });
});

test.describe("project types of others", () => {
  test.use({ person: "marketer", language: "en" });

  test("are not offered to those who may not change them", async ({ page }) => {
    await page.goto("/settings/account");
    await expect(page.getByRole("link", { name: "My account" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Project types" })).toHaveCount(0);
  });
});
