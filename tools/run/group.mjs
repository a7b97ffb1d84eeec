import { spawn } from "node:child_process";

/**
 * Runs a command in a process group of its own, so that it can be ended together with everything it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, limitMs: number }} options
 * @returns {Promise<{ code: number, timedOut: boolean }>}
 */
export function runGroup(command, args, { cwd, env, limitMs }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd, env, stdio: ["ignore", "inherit", "inherit"], detached: true });
    let timedOut = false;
    /** @type {NodeJS.Timeout | undefined} */
    let last;
    const end = () => {
      signalGroup(child.pid, "SIGTERM");
      last = setTimeout(() => signalGroup(child.pid, "SIGKILL"), 5_000);
    };
    const limit = setTimeout(() => {
      timedOut = true;
      end();
    }, limitMs);
    process.on("SIGINT", end).on("SIGTERM", end);
    const done = () => {
      clearTimeout(limit);
      clearTimeout(last);
      process.off("SIGINT", end).off("SIGTERM", end);
    };
    child.once("error", (error) => {
      done();
      reject(error);
    });
    child.once("close", (code, signal) => {
      done();
      resolve({ code: code ?? (signal === "SIGINT" ? 130 : 143), timedOut });
    });
  });
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // the group is gone already
  }
}
