import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { root } from "../tools/run/paths.mjs";
import { demoPromotion } from "./support/campaign.ts";
import { expect, expectAccessible, test } from "./support/test.ts";

/** The installed product: its icons, what it shows without a network, what it keeps, and how it gets newer. */

test.use({ person: "pm", serviceWorkers: "allow" });

/** Opens a page and waits until the files of the product are on this device. */
async function openKept(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
      );
  });
}

/** Width and height that a PNG says it has. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

test("browsers accept it as an application, with icons of the sizes it names", async ({ page, request }) => {
  await openKept(page, "/tasks");
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // every window of a test is a private one
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  const manifest: { icons: { src: string; sizes: string; type: string }[] } = await (
    await request.get("/manifest.webmanifest")
  ).json();
  const pictures = manifest.icons.filter(({ type }) => type === "image/png");
  expect(pictures.map(({ sizes }) => sizes)).toEqual(["192x192", "512x512", "512x512"]);
  for (const { src, sizes } of pictures) expect(sizeOf(await (await request.get(src)).body()), src).toBe(sizes);
});

test("without a network it starts with a notice, and goes on by itself when there is one", async ({
  page,
  context,
}) => {
  await openKept(page, "/projects");
  await context.setOffline(true);
  await page.goto("/tasks");
  await expect(page.getByRole("status")).toContainText("没有网络");
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "任务" })).toBeVisible();
});

test("what is open stays readable without a network, under a notice", async ({ page, context }) => {
  await openKept(page, "/projects");
  const project = page.getByText((await demoPromotion()).name).last();
  await expect(project).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole("status")).toContainText("没有网络");
  await expect(project).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("status")).toBeHidden();
});

test("no answer of the server stays on the device", async ({ page }) => {
  await openKept(page, "/projects");
  await expect(page.getByText((await demoPromotion()).name).last()).toBeVisible();
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain("/index.html");
  expect(kept.filter((path) => !/^\/(assets\/|icons\/|index\.html$|mark\.svg$)/.test(path))).toEqual([]);
});

test("a new version waits until the person reloads", async ({ page }) => {
  await openKept(page, "/projects");
  const worker = join(root, "apps/web/dist/sw.js");
  const before = readFileSync(worker);
  try {
    appendFileSync(worker, "\n// newer\n");
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(page.getByRole("status")).toContainText("新版本已就绪");
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "重新加载" }).click()]);
    await expect(page.getByRole("heading", { level: 1, name: "项目" })).toBeVisible();
    await expect(page.getByText("新版本已就绪")).toBeHidden();
  } finally {
    writeFileSync(worker, before);
  }
});
