import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./child.mjs";
import { Stop } from "./output.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Switches for every browser the project starts: quiet, alone on the machine, no calls home.
 * @type {string[]}
 */
export const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * @typedef {{ path: string, source: string }} Browser `source` says where it was found
 */

/**
 * Looks for a Chromium without installing anything.
 * @returns {Promise<Browser | undefined>}
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== "") {
    if (!starts(given)) throw new Stop(`CHROMIUM_PATH is ${given}, and that does not start.`);
    return { path: given, source: "CHROMIUM_PATH" };
  }
  const folders = (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":");
  const installed = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...macApplications].find(
    (path) => existsSync(path) && starts(path),
  );
  if (installed !== undefined) return { path: installed, source: "installed on this machine" };
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  return existsSync(own) && starts(own) ? { path: own, source: "Playwright's cache" } : undefined;
}

/**
 * Finds a Chromium, or gets one: Debian's package when this is root on Debian, else Playwright's download.
 * @param {string} root
 * @returns {Promise<Browser>}
 */
export async function obtainChromium(root) {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log("No Chromium found: installing Debian's package chromium, with Chinese fonts.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const updated = await run("apt-get", ["update", "-q"], { cwd: root, env });
    const packages = ["chromium", "fonts-noto-cjk"];
    if (updated === 0)
      await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], { cwd: root, env });
    const debian = await findChromium();
    if (debian !== undefined) return { ...debian, source: "Debian's package, just installed" };
  }
  console.log("No Chromium found: downloading the one of Playwright.");
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  await run(process.execPath, [cli, "install", "chromium"], { cwd: root });
  const downloaded = await findChromium();
  if (downloaded !== undefined) return { ...downloaded, source: "downloaded by Playwright" };
  throw new Stop("The browser tests need a Chromium. Install one, or set CHROMIUM_PATH to it.");
}

/** @param {string} path */
function starts(path) {
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

function isDebian() {
  const file = "/etc/os-release";
  return existsSync(file) && /^ID(_LIKE)?=.*debian/m.test(readFileSync(file, "utf8"));
}
