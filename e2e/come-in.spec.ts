import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { passwordIn, unique } from "./support/fields.ts";
import { address, expect, expectAccessible, test } from "./support/test.ts";

/** Step 1: a shop comes in, protects its account, brings people and programs in. */

const PASSWORD = "shan ye ka fei 1987";
const newEmail = (): string => `${crypto.randomUUID()}@shop.example`;

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("企业或店铺名称").fill(unique("山野咖啡"));
  await page.getByLabel("姓名").fill("周山");
  await page.getByLabel("邮箱").fill(email);
  await passwordIn(page).fill(PASSWORD);
  await page.getByRole("button", { name: "注册新企业" }).click();
  await page.waitForURL("**/home");
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("邮箱").fill(email);
  await passwordIn(page).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

/** Turns two-step sign-in on, after a slip at each step; gives the recovery codes. */
async function protect(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "开启" }).click();
  const dialog = page.getByRole("dialog");
  await passwordIn(dialog, "请再输入一次密码").fill("not the password");
  await dialog.getByRole("button", { name: "下一步" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("密码不正确。");
  await passwordIn(dialog, "请再输入一次密码").fill(PASSWORD);
  await dialog.getByRole("button", { name: "下一步" }).click();
  const secret = await dialog.locator("code").innerText();
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await dialog.getByLabel("6 位数字").fill(totp.generate({ timestamp: 0 }));
  await dialog.getByRole("button", { name: "确认开启" }).click();
  await expect(dialog.getByRole("alert")).toContainText("验证码不正确");
  await dialog.getByLabel("6 位数字").fill(totp.generate());
  await dialog.getByRole("button", { name: "确认开启" }).click();
  await expect(dialog.getByText("恢复码", { exact: true })).toBeVisible();
  const codes = await dialog.locator("li code").allInnerTexts();
  await dialog.getByRole("button", { name: "我已保存" }).click();
  return codes;
}

test("the demo lets anybody in as one of its people", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /林晓彤/ }).click();
  await page.waitForURL("**/home");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("林晓彤");
});

test("a shop signs up, turns two-step sign-in on, and signs out everywhere", async ({ page }) => {
  const email = newEmail();
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "注册新企业" }).click();
  await expect(page.getByRole("alert")).toHaveText(["必填", "必填", "必填", "必填"]);
  await signUp(page, email);
  // one thing to do first: a task needs a project
  await expect(page.getByRole("main").getByRole("button")).toHaveText(["新建项目"]);
  await page.goto("/settings/account");
  const codes = await protect(page);
  expect(new Set(codes).size).toBe(10);
  await page.getByRole("button", { name: "周山" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page).toHaveURL(`${address()}/sign-in`);
  await signIn(page, email, PASSWORD);
  await expectAccessible(page);
  await page.getByLabel("验证码").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "确认" }).click();
  await page.waitForURL("**/home");
  const [cookie] = await page.context().cookies();
  const session = { headers: { cookie: `${cookie?.name}=${cookie?.value}` } };
  expect((await fetch(`${address()}/api/v1/session`, session)).status).toBe(200);
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "退出所有设备" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "退出所有设备" }).click();
  await expect(page).toHaveURL(`${address()}/sign-in`);
  expect((await fetch(`${address()}/api/v1/session`, session)).status).toBe(401);
});

test("who guesses passwords is told how long to wait", async ({ page }) => {
  const email = newEmail();
  await page.goto("/sign-in");
  await signIn(page, email, "a wrong password");
  await expect(page.getByRole("alert")).toHaveText("邮箱或密码不正确。");
  const guess = { method: "POST", headers: { "content-type": "application/json" } };
  const body = JSON.stringify({ email, password: "another wrong one" });
  for (let n = 1; n < 8; n++) await fetch(`${address()}/api/v1/sign-in`, { ...guess, body });
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("失败次数过多，请 15 分钟后再试。");
});

test("a link brings a colleague in with their role, once", async ({ page, browser }) => {
  await signUp(page, newEmail());
  await page.goto("/settings/departments");
  await page.getByRole("button", { name: "新增部门" }).first().click();
  await page.getByRole("dialog").getByLabel("部门名称").fill("市场部");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("main").getByText("市场部")).toBeVisible();
  await page.goto("/settings/members");
  await page.getByRole("button", { name: "邀请成员" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "生成链接" }).click();
  const link = await page.getByRole("textbox", { name: "邀请链接" }).inputValue();
  const other = await browser.newContext({ locale: "zh-CN" });
  const colleague = await other.newPage();
  await colleague.goto(link);
  await expect(colleague.getByText("周山 邀请你以「执行者」身份加入。")).toBeVisible();
  await colleague.getByLabel("姓名").fill("李新");
  await colleague.getByLabel("邮箱").fill(newEmail());
  await passwordIn(colleague).fill(PASSWORD);
  await colleague.getByRole("button", { name: "创建账号并加入" }).click();
  await colleague.waitForURL("**/home");
  await colleague.goto(link);
  await expect(colleague.getByRole("alert")).toContainText("邀请已过期、已使用或已撤回");
  await colleague.getByRole("link", { name: "去工作台" }).click();
  await colleague.waitForURL("**/home");
  await other.close();
  await page.getByRole("button", { name: "完成" }).click();
  await expect(page.getByRole("main").getByText("李新")).toBeVisible();
});

test("a token lets a program in, within its rights, until it is revoked", async ({ page }) => {
  await signUp(page, newEmail());
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "新建令牌" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("用途").fill("报表");
  await dialog.getByLabel("查看企业").check();
  await dialog.getByRole("button", { name: "生成令牌" }).click();
  const token = await dialog.getByRole("textbox", { name: "令牌" }).inputValue();
  const ask = async (path: string) =>
    (await fetch(`${address()}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await ask("/members")).toBe(200);
  expect(await ask("/projects")).toBe(403);
  await dialog.getByRole("button", { name: "完成" }).click();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("令牌已撤销")).toBeVisible();
  expect(await ask("/members")).toBe(401);
});
