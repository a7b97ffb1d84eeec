import type { Page } from "@playwright/test";
import { accessibilityFindings } from "./support/accessibility.ts";
import { expect, test } from "./support/test.ts";
import { overflowPx, planTour } from "./support/tour.ts";

/** Everything that is wrong with the pages of the product, as `route: what`. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  await planTour(page, [], async (route) => {
    const wide = await overflowPx(page);
    if (wide > 0) found.push(`${route}: ${wide} px wider than the window`);
    for (const finding of await accessibilityFindings(page)) found.push(`${route}: ${finding}`);
  });
  return found;
}

test.describe("every page is accessible, fits its window and throws nothing", () => {
  test.describe.configure({ timeout: 300_000 });

  test.describe("Chinese, light, desktop", () => {
    test.use({ person: "owner", language: "zh-CN", theme: "light" });
    test("pages", async ({ page }) => expect(await findings(page)).toEqual([]));
  });

  test.describe("English, dark, phone", () => {
    test.use({ person: "owner", language: "en", theme: "dark", viewport: { width: 360, height: 780 } });
    test("pages", async ({ page }) => expect(await findings(page)).toEqual([]));
  });
});
