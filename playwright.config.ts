import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./tools/run/chromium.mjs";

const browser = await findChromium();

/** Journeys in a real browser against the real server: one server, one demo workspace; every test makes what it changes. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: "light",
    // pages come from the server under test; what works without it is a journey of its own
    serviceWorkers: "block",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: browser?.path, args: chromiumFlags },
  },
  webServer: {
    command: "node e2e/support/serve.mjs",
    wait: { stdout: /running at (?<yutu_address>http:\/\/[\w.:[\]]+)/ },
    timeout: 180_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
