// npm run screens [-- --only <part of a path>] [--person <mailbox>] [--language zh-CN|en] [--theme light|dark]
// [--size desktop|tablet|phone] [--whole]: a picture of every page in both languages, both themes and three sizes, or of
// what is named, in screens/, with screens/index.html to look at them. --whole shows pages down to their end.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
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

/** Those that were asked for by name; all when none was. */
const chosen = <T>(all: readonly T[], nameOf: (each: T) => string, wanted: string | undefined): readonly T[] =>
  all.filter((each) => wanted === undefined || nameOf(each) === wanted);

interface Stop {
  readonly route: string;
  readonly address: string;
}

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    person: { type: "string", default: "owner" },
    language: { type: "string" },
    theme: { type: "string" },
    size: { type: "string" },
    whole: { type: "boolean", default: false },
  },
});
const folder = join(root, "screens");

/** Makes the window as high as its page, which scrolls in a box of its own; so high at most that a picture can still be read. */
async function unroll(page: Page, { width, height }: Size): Promise<void> {
  const more = await page
    .locator("main")
    .first()
    .evaluate((main) => main.scrollHeight - main.clientHeight);
  await page.setViewportSize({ width, height: Math.min(height + more, 3 * height) });
  await settled(page);
}

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
    await page.setViewportSize(size);
    current = `${stop.route} ${look.language} ${look.theme} ${size.name}`;
    await page.goto(stop.address);
    await settled(page).catch((error: unknown) =>
      remarks.push(`${current}: did not settle (${String(error).slice(0, 120)})`),
    );
    const wide = await overflowPx(page);
    if (wide > 0) remarks.push(`${current}: ${wide} px wider than the window`);
    if (options.whole) await unroll(page, size);
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
    const looksWanted = chosen(
      chosen(looks, ({ language }) => language, options.language),
      ({ theme }) => theme,
      options.theme,
    );
    for (const size of chosen(sizes, ({ name }) => name, options.size)) {
      for (const look of looksWanted) {
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
