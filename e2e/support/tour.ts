import type { Page } from "@playwright/test";
import { allRoutes, type Route, routeOf } from "./routes.ts";

/** One address for every route that could be reached, and the routes that could not. */
export interface Tour {
  readonly stops: readonly { readonly route: string; readonly address: string }[];
  readonly missed: readonly string[];
}

/** Longer than a page keeps its placeholder back (200 ms): what is still on its way shows within it. */
const QUIET_MS = 400;

/** Waits until nothing in the document has changed for a while; a page that never rests is taken as it is after a time. */
function atRest(quietMs: number): Promise<void> {
  return new Promise((resolve) => {
    const began = performance.now();
    let changed = began;
    const watcher = new MutationObserver(() => {
      changed = performance.now();
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    const look = setInterval(() => {
      const now = performance.now();
      if (now - changed < quietMs && now - began < 20 * quietMs) return;
      clearInterval(look);
      watcher.disconnect();
      resolve();
    }, 50);
  });
}

/** Waits until the page shows what it loads: its title, no placeholder, nothing that still arrives, fonts there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.locator("h1").first().waitFor({ timeout: 15_000 });
  await page.evaluate(atRest, QUIET_MS);
  await page
    .locator("[aria-busy=true], .ant-skeleton, .ant-spin-spinning")
    .first()
    .waitFor({ state: "hidden", timeout: 15_000 });
  await page.evaluate(atRest, QUIET_MS);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

async function linksOn(page: Page): Promise<string[]> {
  const links = await page
    .locator("a[href]")
    .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
  const origin = new URL(page.url()).origin;
  return links.filter((link) => link.startsWith(origin)).map((link) => new URL(link).pathname);
}

/**
 * Finds an address for every route by following the links of the pages, breadth first: parameters get real ids that way.
 * @param start pages to begin with besides the routes without parameters
 * @param look what to do on each page while it is open
 */
export async function planTour(
  page: Page,
  start: readonly string[] = [],
  look: (route: string) => Promise<void> = async () => undefined,
): Promise<Tour> {
  const routes: Route[] = [{ path: "/", isPublic: false }, ...allRoutes()].filter(
    ({ path }, i, all) => all.findIndex((other) => other.path === path) === i,
  );
  const stops = new Map<string, string>();
  const queue = [...start, ...routes.filter(({ path }) => !path.includes("$")).map(({ path }) => path)];
  for (let i = 0; i < queue.length; i += 1) {
    const address = queue[i] ?? "/";
    const route = routeOf(routes, address);
    if (route === undefined || stops.has(route.path)) continue;
    stops.set(route.path, address);
    await page.goto(address);
    await settled(page);
    queue.push(...(await linksOn(page)));
    await look(route.path);
  }
  return {
    stops: [...stops].map(([route, address]) => ({ route, address })),
    missed: routes.map(({ path }) => path).filter((path) => !stops.has(path)),
  };
}

/** Whether something makes the page wider than the window. */
export async function overflowPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
