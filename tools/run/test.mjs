import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainChromium } from "./chromium.mjs";
import { checkFirstRoute } from "./first-route.mjs";
import { runGroup } from "./group.mjs";
import { installWhatIsMissing } from "./install.mjs";
import { sweep } from "./leftovers.mjs";
import { fail, Stop, seconds, step } from "./output.mjs";
import { root } from "./paths.mjs";
import { add, noTests, playwrightTotals, totalsOf, vitestTotals } from "./totals.mjs";

/** No step takes as long as this on a machine that is fit for it; a step that hangs is ended. */
const stepLimitMs = 12 * 60_000;

/**
 * @typedef {{ scratch: string, mark: string, env: NodeJS.ProcessEnv }} Run
 * @typedef {{ name: string, repeat: string, work: (run: Run) => unknown, totals?: (run: Run) => import("./totals.mjs").Totals }} TestStep
 */

/**
 * @param {string} name
 * @param {string} repeat how to run only this step
 * @param {string} script path below node_modules, or of the repository
 * @param {string[]} args
 * @returns {TestStep}
 */
const check = (name, repeat, script, args) => ({ name, repeat, work: (run) => node(run, script, args) });

/**
 * @param {string} name
 * @param {string} project
 * @returns {TestStep}
 */
const vitest = (name, project) => ({
  name,
  repeat: `npm run test:${project}`,
  work: (run) => {
    const report = `--outputFile.json=${join(run.scratch, `${project}.json`)}`;
    return node(run, "node_modules/vitest/vitest.mjs", [
      "run",
      "--project",
      project,
      "--reporter=dot",
      "--reporter=json",
      report,
    ]);
  },
  totals: (run) => totalsOf(join(run.scratch, `${project}.json`), vitestTotals),
});

/** @type {TestStep} */
const browser = {
  name: "Browser tests",
  repeat: "npm run test:e2e",
  work: (run) => {
    run.env.PLAYWRIGHT_JSON_OUTPUT_NAME = join(run.scratch, "browser.json");
    return node(run, "node_modules/@playwright/test/cli.js", ["test", "--reporter=list,json"]);
  },
  totals: (run) => totalsOf(join(run.scratch, "browser.json"), playwrightTotals),
};

/** @type {TestStep[]} */
const steps = [
  { name: "Packages", repeat: "npm ci", work: () => installWhatIsMissing(root) },
  {
    name: "Browser",
    repeat: "npm test",
    work: async (run) => {
      const { path, source } = await obtainChromium(root);
      run.env.CHROMIUM_PATH = path;
      console.log(`  Chromium: ${path} (${source})`);
    },
  },
  check("Types", "npm run typecheck", "node_modules/typescript/bin/tsc", ["--noEmit", "-p", "tsconfig.json"]),
  check("Lint", "npm run lint", "node_modules/oxlint/bin/oxlint", ["--type-aware", "--deny-warnings", "."]),
  check("Format", "npm run format", "node_modules/@biomejs/biome/bin/biome", ["check", "."]),
  check("Architecture", "npm run architecture", "node_modules/tsx/dist/cli.mjs", ["tools/architecture/main.ts"]),
  vitest("Unit tests", "unit"),
  vitest("Operation and generated tests", "operation"),
  check("Build", "npm run build", "tools/build.mjs", []),
  { name: "First-route size", repeat: "npm run build", work: () => checkFirstRoute(root) },
  browser,
];

/** Runs every step in order, stops at the first that fails, and leaves no process and no scratch file behind. */
export async function test() {
  const run = prepareRun();
  /** @type {{ name: string, ms: number }[]} */
  const durations = [];
  let totals = noTests;
  /** @type {TestStep | undefined} */
  let failed;
  for (const current of steps) {
    const began = performance.now();
    const passed = await step(current.name, () => current.work(run)).then(() => true, explain);
    const alive = await sweep(run.mark, run.scratch, 5_000);
    for (const { pid, command } of alive) console.error(`  left running and killed: ${pid} ${command}`);
    durations.push({ name: current.name, ms: performance.now() - began });
    if (current.totals !== undefined) totals = add(totals, current.totals(run));
    if (!passed || alive.length > 0) {
      failed = current;
      break;
    }
  }
  rmSync(run.scratch, { recursive: true, force: true });
  summarise(durations, failed, totals);
  process.exit(failed === undefined ? 0 : 1);
}

/** @returns {Run} */
function prepareRun() {
  const scratch = mkdtempSync(join(tmpdir(), "yutu-"));
  chmodSync(scratch, 0o755); // PostgreSQL runs as another user when we are root
  const mark = `YUTU_TEST_RUN=${process.pid}-${Date.now()}`;
  const [name = "", value] = mark.split("=");
  return {
    scratch,
    mark,
    env: { ...process.env, [name]: value, TMPDIR: scratch, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
  };
}

/**
 * @param {Run} run
 * @param {string} script
 * @param {string[]} args
 */
async function node(run, script, args) {
  const { code, timedOut } = await runGroup(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: run.env,
    limitMs: stepLimitMs,
  });
  if (timedOut) throw new Stop(`Ended after ${seconds(stepLimitMs)}: it hangs.`);
  if (code !== 0) throw new Stop(`Ended with code ${code}.`, code);
}

/**
 * @param {unknown} error
 * @returns {false}
 */
function explain(error) {
  if (!(error instanceof Stop)) fail(error);
  console.error(`  ${error.message}`);
  return false;
}

/**
 * A step that failed without a failed test (types, lint, a crash) counts as one failure, so that the last line never
 * reads like success.
 * @param {{ name: string, ms: number }[]} durations
 * @param {TestStep | undefined} failed
 * @param {import("./totals.mjs").Totals} totals
 */
function summarise(durations, failed, totals) {
  console.log("");
  for (const { name, ms } of durations) console.log(`${name.padEnd(32)} ${seconds(ms).padStart(12)}`);
  console.log(`${"Together".padEnd(32)} ${seconds(durations.reduce((sum, { ms }) => sum + ms, 0)).padStart(12)}`);
  if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
  if (failed !== undefined) {
    const rest = steps.slice(durations.length).map(({ name }) => name);
    console.log(`\nFailed at: ${failed.name}. Only this step again: ${failed.repeat}`);
    if (rest.length > 0) console.log(`Not run: ${rest.join(", ")}`);
  }
  console.log(`${totals.passed} passed, ${failed === undefined ? totals.failed : Math.max(totals.failed, 1)} failed`);
}
