import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { preferences } from "./support/appearance.ts";
import { expect, test } from "./support/gallery.ts";
import { settled } from "./support/tour.ts";

/** The design system in a real browser, by mouse, finger and keyboard, without a server. */

const cell = (page: Page, row: number, column: number) => page.locator(`[data-row="${row}"] [data-column="${column}"]`);

for (const [theme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const) {
  test(`every part is accessible, ${theme}, ${width} px`, async ({ page, gallery }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript(preferences({ language: "zh-CN", theme }));
    for (const path of ["", "/list", "/board", "/gantt", "/calendar"]) {
      await page.goto(`${gallery}/gallery${path}`);
      await page.locator("h1").waitFor();
      await settled(page);
      await expectAccessible(page);
    }
  });
}

test("a grid is edited, filled from a spreadsheet and taken back by keyboard", async ({ page, context, gallery }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${gallery}/gallery/list`);
  const original = await cell(page, 1, 0).innerText();
  await cell(page, 1, 0).click();
  await expect(page.locator(".yt-peek-code")).toHaveText("MKT-1024");
  await page.keyboard.press("Escape");
  await expect(page.locator(".yt-peek")).toHaveCount(0);
  await page.locator(".yt-grid").focus();
  await page.keyboard.press("Enter");
  await page.locator(".yt-grid-editor").fill("改过的名字");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, 0)).toContainText("改过的名字");
  await page.keyboard.press("Control+z");
  await expect(cell(page, 1, 0)).toHaveText(original.replaceAll("\n", ""));
  await page.evaluate(() => navigator.clipboard.writeText("甲\t已完成\n乙\t未开始"));
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+v");
  await expect(cell(page, 2, 0)).toContainText("乙");
  await expect(cell(page, 1, 1)).toHaveText("已完成");
  await page.keyboard.press("Control+z");
  await expect(cell(page, 2, 0)).not.toContainText("乙");
});

test("a board card is moved by mouse and by keys", async ({ page, gallery }) => {
  await page.goto(`${gallery}/gallery/board`);
  const first = page.locator('[data-column="todo"] .yt-board-card').first();
  const key = await first.getAttribute("data-card");
  const from = await first.boundingBox();
  const to = await page.locator('[data-column="review"] .yt-board-card').nth(1).boundingBox();
  if (!from || !to) throw new Error("cards have no place");
  await page.mouse.move(from.x + 40, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 60, { steps: 4 });
  await page.mouse.move(to.x + 60, to.y + 10, { steps: 12 });
  await page.mouse.up();
  await expect(page.locator('[data-column="review"] .yt-board-card').nth(1)).toHaveAttribute("data-card", key ?? "");
  const next = page.locator('[data-column="todo"] .yt-board-card').first();
  const nextKey = await next.getAttribute("data-card");
  await next.focus();
  for (const press of ["m", "ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(press);
  await expect(page.locator(`[data-column="doing"] [data-card="${nextKey}"]`)).toBeFocused();
});

test("a task of the Gantt chart is moved and resized by pointer and by keys", async ({ page, gallery }) => {
  await page.goto(`${gallery}/gallery/gantt`);
  const row = page.locator(".yt-gantt-row").nth(3);
  await expect(row).toContainText("08/15 – 08/22");
  const place = await row.boundingBox();
  const box = await page.locator(".yt-gantt").boundingBox();
  const left = await page.locator(".yt-gantt").evaluate((element) => element.scrollLeft);
  if (!place || !box) throw new Error("the chart has no place");
  // the scale begins 14 days before the first task (08/10), 14 px a day, beside a list of 348 px
  const xOf = (days: number) => box.x + 348 + days * 14 - left;
  const drag = async (x: number, byPx: number): Promise<void> => {
    await page.mouse.move(x, place.y + 16);
    await page.mouse.down();
    await page.mouse.move(x + byPx / 2, place.y + 16, { steps: 3 });
    await page.mouse.move(x + byPx, place.y + 16, { steps: 3 });
    await page.mouse.up();
  };
  await drag(xOf(21), 42);
  await expect(row).toContainText("08/18 – 08/25");
  await drag(xOf(30) - 2, 28);
  await expect(row).toContainText("08/18 – 08/27");
  await row.click();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(row).toContainText("08/17 – 08/25");
});

test("Enter that accepts pinyin never sends a comment; mentions and drafts work", async ({
  page,
  context,
  gallery,
}) => {
  await page.goto(`${gallery}/gallery`);
  const field = page.getByRole("textbox", { name: "写评论" });
  const comments = page.locator(".yt-comment");
  await field.pressSequentially("请 @林");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("请 @林晓彤 ");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: "nihao", selectionStart: 5, selectionEnd: 5 });
  const accept = { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 } as const;
  await devtools.send("Input.dispatchKeyEvent", accept);
  await devtools.send("Input.insertText", { text: "你好" });
  await expect(field).toHaveValue("请 @林晓彤 你好");
  await expect(comments).toHaveCount(1);
  await page.reload();
  await expect(field).toHaveValue("请 @林晓彤 你好");
  await field.press("Enter");
  await expect(comments).toHaveCount(2);
  await expect(field).toHaveValue("");
});

test("the palette, the go keys and the help answer to keys", async ({ page, gallery }) => {
  await page.goto(`${gallery}/gallery/list`);
  await page.locator("h1").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("输入页面、操作或名称…").fill("日历");
  await expect(page.locator("[cmdk-item]")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/gallery\/calendar$/);
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await expect(page).toHaveURL(/\/gallery$/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  await settled(page);
  await expectAccessible(page);
});

test("a finger opens details in a sheet, which gives the focus back", async ({ browser, gallery }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`${gallery}/gallery/list`);
  await page.locator(".yt-card button").nth(2).tap();
  const sheet = page.getByRole("dialog", { name: "MKT-1038" });
  await expect(sheet).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "关闭" }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(page.locator(".yt-card button").nth(2)).toBeFocused();
  await context.close();
});
