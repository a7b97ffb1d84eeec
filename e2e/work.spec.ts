import type { Locator, Page } from "@playwright/test";
import type { CallInput, OperationOutput } from "@yutu/contract";
import { notifications } from "@yutu/notifications/contract";
import { tasks } from "@yutu/tasks/contract";
import { act, demoPromotion, runningCampaign } from "./support/campaign.ts";
import { clientOf, expect, expectAccessible, test } from "./support/test.ts";

/** A day's work on tasks: list, board, Gantt chart and the talk beside them, by mouse, finger and keyboard. */

test.use({ person: "pm" });

type NewTask = NonNullable<CallInput<typeof tasks.createTask>["body"]>;
type Task = OperationOutput<typeof tasks.getTask>;

/** A task with a title nobody else uses, of the demo's promotion unless another project is named. */
async function newTask(more: Partial<NewTask> = {}): Promise<Task> {
  const pm = await clientOf("pm");
  const title = `e2e ${crypto.randomUUID().slice(0, 8)}`;
  const made = await pm.call(tasks.createTask, { body: { projectId: (await demoPromotion()).id, title, ...more } });
  if (!made.ok) throw new Error(made.error.detail);
  return readTask(made.value.id);
}

async function readTask(taskId: string): Promise<Task> {
  const found = await (await clientOf("pm")).call(tasks.getTask, { params: { taskId } });
  if (!found.ok) throw new Error(found.error.detail);
  return found.value;
}

const boxOf = async (what: Locator) => {
  const box = await what.boundingBox();
  if (!box) throw new Error("not on screen");
  return box;
};

/** Carries something with the mouse, in steps as a hand does. */
async function carry(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 12, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 16 });
  await page.mouse.up();
}

const listOf = (task: Task, more = ""): string => `/projects/${task.projectId}/tasks?q=${task.title}${more}`;

test("cells of the list are edited by keyboard, and taken back", async ({ page }) => {
  const task = await newTask({ startDate: "2026-12-01", dueDate: "2026-12-02" });
  const cell = (column: number) => page.locator(`[data-row="1"] [data-column="${column}"]`);
  const edit = async (column: number, text: string): Promise<void> => {
    await page.locator(".yt-grid").focus();
    for (const key of ["Control+Home", "ArrowDown", "Home"]) await page.keyboard.press(key);
    for (let step = 0; step < column; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.locator(".yt-grid-editor").fill(text);
    await page.keyboard.press("Enter");
  };
  await page.goto(listOf(task));
  await expect(cell(0)).toContainText(task.title);
  await edit(1, "进行");
  await expect(cell(1)).toHaveText("进行中");
  await edit(2, "抖音");
  await expect(cell(2)).toContainText("抖音");
  await edit(3, "周子航");
  await expect(cell(3)).toContainText("周子航");
  await edit(4, "2026-12-04");
  await expect(cell(4)).toHaveText("12/01 – 12/04");
  await edit(5, "¥1,200.50");
  await expect(cell(5)).toContainText("1,200.5");
  await page.keyboard.press("Control+z");
  await expect(cell(5)).not.toContainText("1,200.5");
  await expect
    .poll(async () => {
      const { status, channel, dueDate, durationDays, budgetMinor, assignees } = await readTask(task.id);
      return [status, channel, dueDate, durationDays, budgetMinor, assignees[0]?.memberName];
    })
    .toEqual(["doing", "douyin", "2026-12-04", 4, null, "周子航"]);
});

test("Enter that accepts pinyin neither closes a cell nor sends a comment", async ({ page }) => {
  const task = await newTask();
  const composing = { key: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
  await page.goto(listOf(task, `&task=${task.id}`));
  await page.locator(".yt-composer textarea").fill("拼音");
  await page.locator(".yt-composer textarea").dispatchEvent("keydown", composing);
  await page.locator(".yt-grid").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator(".yt-grid-editor").fill(`${task.title} 改`);
  await page.locator(".yt-grid-editor").dispatchEvent("keydown", composing);
  await expect(page.locator(".yt-grid-editor")).toHaveValue(`${task.title} 改`);
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-row="1"] [data-column="0"]')).toContainText(`${task.title} 改`);
  await expect(page.locator(".yt-comment")).toHaveCount(0);
  await expect(page.locator(".yt-composer textarea")).toHaveValue("拼音");
});

test("a card is carried by mouse and by keys, to another column and to another lane", async ({ page }) => {
  const task = await newTask({ priority: "high" });
  const card = page.locator(`[data-card="${task.id}"]`);
  const column = (key: string) => page.locator(`[data-column="${key}"]`);
  await page.goto(`/projects/${task.projectId}/board?q=${task.title}`);
  const from = await boxOf(card);
  const to = await boxOf(column("doing"));
  await carry(page, { x: from.x + 30, y: from.y + 30 }, { x: to.x + 80, y: to.y + 60 });
  await expect(column("doing").locator(card)).toBeVisible();
  await expect(page.locator(".yt-toasts")).toContainText("进行中");
  await page.keyboard.press("Control+z");
  await expect(column("todo").locator(card)).toBeVisible();
  await card.focus();
  for (const key of ["m", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await expect(column("review").locator(card)).toBeFocused();

  await page.goto(`/projects/${task.projectId}/board?q=${task.title}&lane=priority`);
  const lane = await boxOf(column("todo urgent"));
  const there = await boxOf(card);
  await carry(page, { x: there.x + 30, y: there.y + 30 }, { x: lane.x + 80, y: lane.y + 30 });
  await expect(column("todo urgent").locator(card)).toBeVisible();
  await expect.poll(async () => (await readTask(task.id)).priority).toBe("urgent");
  await card.focus();
  for (const key of ["m", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(column("todo high").locator(card)).toBeVisible();
  await expect(page.locator(".yt-toasts")).toContainText(/移到高/);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await readTask(task.id)).priority).toBe("urgent");
  await page.locator(".yt-board-lane-head", { hasText: "高" }).click();
  await card.focus();
  for (const key of ["m", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(column("todo medium").locator(card)).toBeVisible();
  await expect.poll(async () => (await readTask(task.id)).priority).toBe("medium");
  await expectAccessible(page);
});

test("a saved view opens with what differs from the defaults in its address, and nothing else", async ({ page }) => {
  const { id } = await demoPromotion();
  const name = `看法 ${crypto.randomUUID().slice(0, 6)}`;
  await page.goto(`/projects/${id}/tasks?group=channel`);
  await page.getByRole("button", { name: "保存视图" }).click();
  await page.getByLabel("视图名称").fill(name);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator(".yt-toasts")).toContainText("视图已保存");
  await page.goto(`/projects/${id}/tasks`);
  await page.getByRole("button", { name: "保存视图" }).click();
  await page.getByRole("button", { name }).first().click();
  await expect(page).toHaveURL(new RegExp(`/projects/${id}/tasks\\?group=channel$`));
});

test("a task is dragged twice on the Gantt chart, looked at, published and put back", async ({ page }) => {
  // A Tuesday to the Thursday: the first drag lays it over a weekend, the second must not make it shorter.
  const { id: projectId } = await runningCampaign(`甘特 ${crypto.randomUUID().slice(0, 8)}`);
  const task = await newTask({ projectId, startDate: "2026-12-01", dueDate: "2026-12-03" });
  const rule = { constraintKind: "MSO" as const, constraintDate: "2026-12-01" };
  await act("pm", tasks.updateTask, { params: { taskId: task.id }, body: rule });
  await page.goto(`/projects/${task.projectId}/gantt`);
  const chart = page.locator(".yt-gantt");
  const row = chart.locator(".yt-gantt-row", { hasText: task.title });
  await chart.focus();
  await page.keyboard.press("End");
  await expect(row).toContainText("12/01 – 12/03");
  const plan = await (await clientOf("pm")).call(tasks.getPlan, { params: { projectId: task.projectId } });
  const first = (plan.ok ? plan.value.tasks.map((each) => each.start).sort()[0] : undefined) ?? "";
  const dayPx = 14;
  /** Carries the middle of the bar; the scale begins 14 days before the first task, beside a list of 348 px. */
  const drag = async (start: string, lengthDays: number, days: number): Promise<void> => {
    await row.scrollIntoViewIfNeeded();
    const [box, at] = [await boxOf(chart), await boxOf(row)];
    const left = await chart.evaluate((element) => element.scrollLeft);
    const offset = (Date.parse(start) - Date.parse(first)) / 86_400_000 + 14 + lengthDays / 2;
    const place = { x: box.x + 348 + offset * dayPx - left, y: at.y + at.height / 2 };
    await carry(page, place, { x: place.x + days * dayPx, y: place.y });
  };
  await drag("2026-12-01", 3, 2);
  await expect(row).toContainText("12/03 – 12/07");
  await drag("2026-12-03", 5, 4);
  await expect(row).toContainText("12/07 – 12/09");
  await page.reload();
  await expect(page.locator(".tk-draft")).toContainText("1 处改动");
  expect((await readTask(task.id)).startDate).toBe("2026-12-01");

  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(page.getByRole("dialog")).toContainText(task.title);
  await page.getByRole("button", { name: "发布改动" }).click();
  await expect(page.locator(".tk-draft")).toHaveCount(0);
  const { startDate, dueDate, durationDays, constraintKind } = await readTask(task.id);
  expect([startDate, dueDate, durationDays, constraintKind]).toEqual(["2026-12-07", "2026-12-09", 3, null]);
  await page.locator(".yt-toasts").getByRole("button", { name: "撤销" }).click();
  await expect.poll(async () => (await readTask(task.id)).startDate).toBe("2026-12-01");
  expect(await readTask(task.id)).toMatchObject({ dueDate: "2026-12-03", durationDays: 3, ...rule });
});

test("a half-written comment survives, then reaches the colleague it names", async ({ page, pageOf }) => {
  const task = await newTask();
  const field = page.locator(".yt-composer textarea");
  await page.goto(listOf(task, `&task=${task.id}`));
  await field.pressSequentially("请 @周子");
  await page.keyboard.press("Enter");
  await page.keyboard.type("看一下");
  await page.locator(".yt-peek").getByRole("button", { name: "关闭" }).click();
  await expect(page.locator(".yt-peek")).toHaveCount(0);
  await page.reload();
  await page.locator('[data-row="1"] [data-column="0"]').click();
  await expect(field).toHaveValue("请 @周子航 看一下");
  await field.press("End");
  await page.keyboard.press("Enter");
  await expect(page.locator(".yt-comment")).toContainText("@周子航");
  await expect(field).toHaveValue("");

  const marketer = await clientOf("marketer");
  const told = async (): Promise<boolean> => {
    const inbox = await marketer.call(notifications.listNotifications, { query: { limit: 20 } });
    return inbox.ok && JSON.stringify(inbox.value.items).includes(task.title);
  };
  await expect.poll(told, { timeout: 20_000 }).toBe(true);
  const theirs = await pageOf("marketer");
  await theirs.goto(`/tasks/${task.id}`);
  await theirs.getByRole("button", { name: "回复" }).click();
  await theirs.keyboard.type("好的");
  await theirs.keyboard.press("Enter");
  await theirs.getByRole("button", { name: "标记为已解决" }).click();
  await expect(page.locator(".tk-thread")).toHaveAttribute("data-resolved", "true");
});

test("a comment is written anew from what it said", async ({ page }) => {
  const task = await newTask();
  await page.goto(`/tasks/${task.id}`);
  await page.locator(".yt-composer textarea").fill("第一版");
  await page.keyboard.press("Enter");
  await expect(page.locator(".yt-comment")).toContainText("第一版");
  await page.locator(".yt-comment").hover();
  await page.locator(".yt-comment .yt-icon-button").click();
  await page.getByRole("menuitem", { name: "编辑" }).click();
  await expect(page.locator(".yt-composer textarea").first()).toHaveValue("第一版");
  await page.keyboard.press("End");
  await page.keyboard.type("，再改");
  await page.keyboard.press("Enter");
  await expect(page.locator(".yt-comment")).toContainText("第一版，再改");
});

test("a text file is attached and fetched again", async ({ page }) => {
  const task = await newTask();
  await page.goto(`/tasks/${task.id}`);
  await page.getByRole("button", { name: "添加附件" }).click();
  const buffer = Buffer.from("主视觉说明：柿色为主");
  await page.locator("input[type=file]").setInputFiles({ name: "brief.txt", mimeType: "text/plain", buffer });
  const link = page.locator(".tk-files a");
  await expect(link).toHaveText("brief.txt");
  const file = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(await file.text()).toBe(buffer.toString());
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("a card is carried with a finger that holds first", async ({ page }) => {
    const task = await newTask();
    await page.goto(`/projects/${task.projectId}/board?q=${task.title}`);
    const card = page.locator(`[data-card="${task.id}"]`);
    const from = await boxOf(card);
    const touch = await page.context().newCDPSession(page);
    const at = (x: number, y: number) => ({ touchPoints: [{ x, y }] });
    const send = (
      type: "touchStart" | "touchMove" | "touchEnd",
      point = { touchPoints: [] as { x: number; y: number }[] },
    ) => touch.send("Input.dispatchTouchEvent", { type, ...point });
    await send("touchStart", at(from.x + 60, from.y + 40));
    await page.waitForTimeout(400);
    for (let x = from.x + 60; x <= 350; x += 10) await send("touchMove", at(x, from.y + 40));
    await expect(page.locator(".yt-board-carried")).toBeVisible();
    await send("touchEnd");
    await expect.poll(async () => (await readTask(task.id)).status).toBe("doing");
  });

  test("the facts of a task stand above what is said about it", async ({ page }) => {
    const task = await newTask();
    await page.goto(`/tasks/${task.id}`);
    const top = async (what: Locator): Promise<number> => (await boxOf(what)).y;
    const comment = await top(page.getByPlaceholder("写评论", { exact: false }));
    for (const fact of ["状态", "优先级", "负责人", "截止"])
      expect(await top(page.getByLabel(fact, { exact: true })), fact).toBeLessThan(comment);
    await expectAccessible(page);
  });
});
