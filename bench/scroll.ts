// Frames per second while the large views scroll 120 px a frame, at two sizes each. The bar: board of 2,000 and Gantt of 5,000 at 55.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { chromiumFlags, findChromium } from "../tools/run/chromium.mjs";
import { root } from "../tools/run/paths.mjs";
import { type Figure, report } from "./record.ts";

const BAR = 55;

const views = [
  { name: "Gantt", path: "/gallery/gantt", selector: ".yt-gantt", sizes: [5_000, 20_000], judged: 5_000 },
  { name: "board", path: "/gallery/board", selector: ".yt-board-list", sizes: [2_000, 10_000], judged: 2_000 },
  { name: "grid", path: "/gallery/list", selector: ".yt-grid", sizes: [5_000, 20_000], judged: undefined },
];

/** Runs in the page, as text: what compiles this script would add helpers that the page does not have. */
const scroller = (selector: string): string => `new Promise((resolve) => {
  const element = document.querySelector(${JSON.stringify(selector)});
  const warmUp = 10;
  const frames = 240;
  let count = 0;
  let begun = 0;
  requestAnimationFrame(function step(now) {
    count += 1;
    if (count === warmUp) begun = now;
    element.scrollTop += 120;
    if (count < warmUp + frames) requestAnimationFrame(step);
    else resolve((frames * 1000) / (now - begun));
  });
})`;

/** Frames per second over 240 frames, after those in which the browser warms up. */
const framesPerSecond = (page: Page, selector: string): Promise<number> => page.evaluate<number>(scroller(selector));

async function main(): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), "yutu-gallery-"));
  const shared = { root: join(root, "apps/web"), mode: "gallery", logLevel: "error" as const };
  await build({ ...shared, build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 10_000 } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: "127.0.0.1", port: 0, proxy: {} } });
  const address = server.resolvedUrls?.local[0] ?? "";
  const found = await findChromium();
  const browser = await chromium.launch({ ...(found ? { executablePath: found.path } : {}), args: chromiumFlags });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const figures: Figure[] = [];
  for (const { name, path, selector, sizes, judged } of views) {
    for (const size of sizes) {
      await page.goto(new URL(`${path}?rows=${size}`, address).href);
      await page.locator(selector).first().waitFor();
      await page.waitForTimeout(1_000);
      const frames = await framesPerSecond(page, selector);
      figures.push({
        task: `${name} scrolls`,
        size: `${size.toLocaleString("en")} rows`,
        value: `${frames.toFixed(1)} frames/s`,
        ...(size === judged ? { bar: `>= ${BAR} frames/s`, isMet: frames >= BAR } : {}),
      });
    }
  }
  report("Large views in the browser", figures);
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}

await main();
