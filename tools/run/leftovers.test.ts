import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { runGroup } from "./group.mjs";
import { leftovers, sweep } from "./leftovers.mjs";

const cwd = process.cwd();
const sleeper = "setInterval(() => undefined, 1000)";

describe.runIf(process.platform === "linux")("leftovers", () => {
  it("finds a process by its mark and by a folder on its command line, and kills it", async () => {
    const mark = `YUTU_TEST_RUN=leftovers-${process.pid}`;
    const marked = spawn(process.execPath, ["-e", sleeper], {
      env: { YUTU_TEST_RUN: mark.slice("YUTU_TEST_RUN=".length) },
    });
    const inFolder = spawn(process.execPath, ["-e", sleeper, `/nowhere/${process.pid}/data`], { env: {} });
    await Promise.all([once(marked, "spawn"), once(inFolder, "spawn")]);
    const ended = Promise.all([once(marked, "exit"), once(inFolder, "exit")]);

    const killed = await sweep(mark, `/nowhere/${process.pid}/`, 200);

    expect(new Set(killed.map(({ pid }) => pid))).toEqual(new Set([marked.pid, inFolder.pid]));
    await ended;
    expect(leftovers(mark, `/nowhere/${process.pid}/`)).toEqual([]);
  });
});

describe("runGroup", () => {
  const env = process.env;
  it("gives the exit code", async () => {
    expect(await runGroup(process.execPath, ["-e", "process.exit(7)"], { cwd, env, limitMs: 10_000 })).toEqual({
      code: 7,
      timedOut: false,
    });
  });
  it("ends a command that takes too long, with what it started", async () => {
    const script = `require("node:child_process").spawn(process.execPath, ["-e", "${sleeper}", "/nowhere/group-${process.pid}"]); ${sleeper}`;
    const result = await runGroup(process.execPath, ["-e", script], { cwd, env, limitMs: 500 });
    expect(result.timedOut).toBe(true);
    await expect.poll(() => leftovers("no such mark", `/nowhere/group-${process.pid}`)).toEqual([]);
  });
});
