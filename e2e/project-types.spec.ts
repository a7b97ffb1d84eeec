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

  test("checkpoints of a KPI and the checklist of a task are written, checked and kept", async ({ page }) => {
    await page.goto("/settings/templates?type=offline_event&part=kpis");
    const save = page.getByRole("button", { name: "保存为新版本" });
    const points = page.getByRole("group", { name: "检查点" }).first();
    const known = await points.getByRole("listitem").count();
    await points.getByRole("button", { name: "添加检查点" }).click();
    const point = points.getByRole("listitem").nth(known);
    await point.getByLabel("节点日后第几天").fill("400");
    await expect(point.getByText("应早于指标的截止日")).toBeVisible();
    await expect(save).toBeDisabled();
    await point.getByLabel("节点日后第几天").fill("-45");
    await point.getByLabel("应完成").fill("12.5");
    await expect(point.getByText("应早于指标的截止日")).toHaveCount(0);

    await page.getByText("任务", { exact: true }).last().click();
    const task = page.locator(".pj-tpl-task").first();
    await task.locator(".pj-tpl-open").click();
    const checklist = task.getByRole("group", { name: "检查清单" });
    await checklist.getByRole("button", { name: "添加检查项" }).click();
    await expect(save).toBeDisabled();
    const check = checklist.getByRole("listitem").last();
    await check.getByLabel("检查项 · 中文").fill("确认场地承重");
    await check.getByLabel("检查项 · 英文").fill("Floor load confirmed");
    await expectAccessible(page);
    await save.click();
    await expect(page.getByText(/已保存为第 \d+ 版/)).toBeVisible();

    await page.reload();
    await task.locator(".pj-tpl-open").click();
    await expect(checklist.getByRole("listitem").last().getByLabel("检查项 · 英文")).toHaveValue(
      "Floor load confirmed",
    );
    await page.getByText("指标", { exact: true }).last().click();
    await expect(points.getByRole("listitem").nth(known).getByLabel("节点日后第几天")).toHaveValue("-45");
    await expect(points.getByRole("listitem").nth(known).getByLabel("应完成")).toHaveValue("12.5");
  });

  test("edits are not lost without being asked: by a link, by going back, by a reload", async ({ page }) => {
    await page.goto("/settings/account");
    await page.getByRole("link", { name: "项目模板" }).click();
    const name = page.getByLabel("名称 · 中文").first();
    const former = await name.inputValue();
    await name.fill("不想丢的名字");
    const asked = page.getByRole("dialog", { name: "离开并放弃修改？" });

    await page.getByRole("link", { name: "我的账号" }).click();
    await asked.getByRole("button", { name: "取消" }).click();
    await expect(asked).toBeHidden();
    await expect(name).toHaveValue("不想丢的名字");
    await page.goBack();
    await asked.getByRole("button", { name: "取消" }).click();
    await expect(asked).toBeHidden();
    await page.getByText("任务", { exact: true }).last().click();
    await expect(asked).toBeHidden();
    await page.getByText("概况", { exact: true }).last().click();
    await expect(name).toHaveValue("不想丢的名字");

    const question = new Promise<string>((resolve) => {
      page.once("dialog", (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      });
    });
    await page.evaluate(() => window.location.reload());
    expect(await question).toBe("beforeunload");
    await expect(name).toHaveValue("不想丢的名字");

    await page.getByRole("link", { name: "我的账号" }).click();
    await asked.getByRole("button", { name: "放弃修改并离开" }).click();
    await expect(page).toHaveURL(/\/settings\/account$/);
    await page.getByRole("link", { name: "项目模板" }).click();
    await expect(name).toHaveValue(former);
    await page.getByRole("link", { name: "我的账号" }).click();
    await expect(page).toHaveURL(/\/settings\/account$/);
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
