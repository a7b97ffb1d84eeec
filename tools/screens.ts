// npm run screens [-- --only <part of a path>] [--person <mailbox>]: a picture of every page in both languages, both themes
// and three sizes, in screens/, with screens/index.html to look at them.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { type Appearance, preferences } from "../e2e/support/appearance.ts";
import { type DemoPerson, sessionOf } from "../e2e/support/people.ts";
import { overflowPx, planTour, settled } from "../e2e/support/tour.ts";
import { chromiumFlags, obtainChromium } from "./run/chromium.mjs";
import { fail, step } from "./run/output.mjs";
import { root } from "./run/paths.mjs";
import { withServer } from "./screens/server.ts";
import { contactSheet, type Picture, pictureName } from "./screens/sheet.ts";

const sizes = [
  { name: "desktop", width: 1440, height: 900 },
  { name: "tablet", width: 768, height: 1024 },
  { name: "phone", width: 390, height: 844 },
] as const;
type Size = (typeof sizes)[number];

const looks: readonly Appearance[] = (["zh-CN", "en"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((theme) => ({ language, theme })),
);

interface Stop {
  readonly route: string;
  readonly address: string;
}

const { values: options } = parseArgs({
  options: { only: { type: "string", default: "" }, person: { type: "string", default: "owner" } },
});
const folder = join(root, "screens");

/** Takes all pictures of one look and size; gives remarks about pages that are too wide or threw errors. */
async function takePictures(
  browser: Browser,
  address: string,
  stops: readonly Stop[],
  look: Appearance,
  size: Size,
): Promise<{ pictures: Picture[]; remarks: string[] }> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    locale: look.language,
    colorScheme: look.theme,
    reducedMotion: "reduce",
  });
  await context.addInitScript(preferences(look));
  await context.addCookies([await sessionOf(options.person as DemoPerson)]);
  const page = await context.newPage();
  const remarks: string[] = [];
  let current = "";
  page.on("pageerror", (error) => remarks.push(`${current}: ${error.message}`));
  const pictures: Picture[] = [];
  for (const stop of stops) {
    const picture = { route: stop.route, ...look, size: size.name };
    current = `${stop.route} ${look.language} ${look.theme} ${size.name}`;
    await page.goto(stop.address);
    await settled(page).catch((error: unknown) =>
      remarks.push(`${current}: did not settle (${String(error).slice(0, 120)})`),
    );
    const wide = await overflowPx(page);
    if (wide > 0) remarks.push(`${current}: ${wide} px wider than the window`);
    await page.screenshot({ path: join(folder, pictureName(picture)) });
    pictures.push(picture);
  }
  await context.close();
  return { pictures, remarks };
}

async function main(): Promise<void> {
  const { path: executablePath } = await obtainChromium(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await withServer(async (address) => {
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    const context = await browser.newContext({ baseURL: address });
    await context.addCookies([await sessionOf(options.person as DemoPerson)]);
    const tour = await step("Finding every page", async () => planTour(await context.newPage()));
    const stops = tour.stops.filter(({ route }) => route.includes(options.only));
    for (const route of tour.missed) console.log(`  no link leads to ${route}`);
    const pictures: Picture[] = [];
    for (const size of sizes) {
      for (const look of looks) {
        const taken = await step(`${stops.length} pages ${look.language} ${look.theme} ${size.name}`, () =>
          takePictures(browser, address, stops, look, size),
        );
        pictures.push(...taken.pictures);
        for (const remark of taken.remarks) console.log(`  ${remark}`);
      }
    }
    await browser.close();
    writeFileSync(join(folder, "index.html"), contactSheet(pictures));
    console.log(`${pictures.length} pictures; look at ${join(folder, "index.html")}`);
  });
}

await main().catch(fail);
