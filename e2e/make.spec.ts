import type { Page } from "@playwright/test";
import { openOptions, unique } from "./support/fields.ts";
import { expect, expectAccessible, test } from "./support/test.ts";

/** Step 6: material is uploaded, tagged, linked, found, versioned, and not made twice. */

test.use({ person: "designer" });

/** A picture that nobody has yet. */
async function picture(page: Page, name: string) {
  const base64 = await page.evaluate((words) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 400 });
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.fillStyle = "#c9d94a";
    pen.fillRect(0, 0, 640, 400);
    pen.fillStyle = "#1c1b19";
    pen.font = "32px sans-serif";
    pen.fillText(words, 40, 200);
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  }, crypto.randomUUID());
  return { name: `${name}.png`, mimeType: "image/png", buffer: Buffer.from(base64, "base64") };
}

test("a picture comes into the library once, with tags and a task, and gets a second version", async ({ page }) => {
  await page.goto("/assets");
  const name = unique("KV");
  const tag = unique("夏日");
  const file = await picture(page, name);
  await page.getByRole("button", { name: "上传素材" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles(file);
  await expect(dialog.getByText("已上传", { exact: true })).toBeVisible();
  await dialog.getByLabel("标签").fill(tag);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await dialog.getByLabel("关联任务").fill("主会场");
  await openOptions(page).filter({ hasText: "主会场" }).first().click();
  await dialog.getByLabel("关联任务").blur();
  await expect(openOptions(page)).toHaveCount(0);
  await dialog.getByRole("button", { name: "放入素材库" }).dblclick();
  await expect(page.getByText("已放入 1 个素材")).toBeVisible();

  await page.getByPlaceholder("按名称、说明或标签查找").fill(tag);
  const card = page.getByRole("main").getByText(name);
  await expect(card).toHaveCount(1);
  await card.click();
  const peek = page.getByRole("complementary").or(page.getByRole("dialog")).filter({ hasText: name }).last();
  await expect(peek.getByText(tag)).toBeVisible();
  await expect(peek.getByText(/主会场/).first()).toBeVisible();
  const preview = peek.locator("img").first();
  await expect(preview).toBeVisible();
  expect(await preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expectAccessible(page);

  await peek.getByRole("button", { name: "新增版本" }).click();
  await peek.locator("input[type=file]").setInputFiles(await picture(page, name));
  await expect(page.getByText("已新增版本 V2")).toBeVisible();

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "上传素材" }).click();
  await dialog.locator("input[type=file]").setInputFiles(file);
  await expect(dialog.getByText(`「${name}.png」可能已经有了`)).toBeVisible();
  await expect(dialog.getByText(/完全相同的文件.*陈嘉怡/)).toBeVisible();
  await dialog.getByRole("button", { name: "使用已有" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
});
